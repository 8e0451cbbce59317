// Knows which regular expressions may take time that grows with the square of a text, or faster: those in which a text can be shared out between two loops.

import { END, partsOf, type Part } from './regex-parts.js'

/** A place of an expression that takes one character. */
interface Place {
  readonly accepts: (character: string) => boolean
  readonly next: Set<number>
}

/** Where a part begins and ends among the places. */
interface Ends {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly isEmpty: boolean
}

/** Counted repetitions up to this are written out; with more they are taken for endless. */
const COUNTED = 12

/** A few of each sort of character. */
const alphabet = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'\u0300\u0436\u200b\u202e\u2028\u2029\u3000\u3042\ufeff😀',
  '\ud800',
  '\udc00',
  END,
]

/**
 * Whether the time of a search can grow faster than the text: there are two loops, the first of which may be the search for where a match
 * begins, some text that the first, the second and both after each other take, and something behind the second that may fail.
 */
export function growsFast(pattern: Pick<RegExp, 'source' | 'flags'>): boolean {
  const { places, last, isTangled } = placesOf(partsOf(pattern))
  if (isTangled) return true
  const letters = lettersOf(places)
  // Behind a place where a match may end nothing fails any more, so nothing is tried again.
  const steps = places.map(({ next }, place) => (last.has(place) ? [] : [...next].filter((to) => !last.has(to))))
  const reach = steps.map((_, from) => reachable(steps, from))
  const loops = places.flatMap((_, place) => (reach[place]?.has(place) === true ? [place] : []))
  return loops.some((p) =>
    loops.some((q) => p !== q && reach[p]?.has(q) === true && sharesText({ steps, reach, letters, p, q })),
  )
}

const nothing: Ends = { first: [], last: [], isEmpty: true }

/** Glushkov's automaton. Tangled are loops around loops whose rounds cannot be told from the inner ones. */
function placesOf(whole: Part): { places: readonly Place[]; last: ReadonlySet<number>; isTangled: boolean } {
  const places: Place[] = []
  let isTangled = false
  const link = (from: readonly number[], to: readonly number[], isLoop: boolean): void => {
    for (const one of from)
      for (const other of to) {
        if (isLoop && places[one]?.next.has(other) === true) isTangled = true
        places[one]?.next.add(other)
      }
  }
  const build = (part: Part): Ends => {
    if (part.kind === 'one') {
      const index = places.push({ accepts: part.accepts, next: new Set() }) - 1
      return { first: [index], last: [index], isEmpty: false }
    }
    if (part.kind === 'any') {
      const ends = part.parts.map(build)
      return {
        first: ends.flatMap(({ first }) => first),
        last: ends.flatMap(({ last }) => last),
        isEmpty: ends.some(({ isEmpty }) => isEmpty),
      }
    }
    if (part.kind === 'all') return part.parts.map(build).reduce(follow, nothing)
    return buildRepeat(part)
  }
  const buildRepeat = ({ least, most, part: own }: Extract<Part, { kind: 'repeat' }>): Ends => {
    if (most <= COUNTED) {
      const rounds = Array.from({ length: most }, (_, round) => {
        const ends = build(own)
        return round < least ? ends : { ...ends, isEmpty: true }
      })
      return rounds.reduce(follow, nothing)
    }
    const ends = build(own)
    link(ends.last, ends.first, true)
    return least === 0 ? { ...ends, isEmpty: true } : ends
  }
  const follow = (left: Ends, right: Ends): Ends => {
    link(left.last, right.first, false)
    return {
      first: left.isEmpty ? [...left.first, ...right.first] : left.first,
      last: right.isEmpty ? [...left.last, ...right.last] : right.last,
      isEmpty: left.isEmpty && right.isEmpty,
    }
  }
  const { last } = build(whole)
  return { places, last: new Set(last), isTangled }
}

/** The places that take a letter, for each letter that some other places take than for those before. */
function lettersOf(places: readonly Place[]): readonly ReadonlySet<number>[] {
  const letters = new Map<string, ReadonlySet<number>>()
  for (const character of alphabet) {
    const taking = places.flatMap(({ accepts }, place) => (accepts(character) ? [place] : []))
    letters.set(taking.join(), new Set(taking))
  }
  return [...letters.values()]
}

function reachable(steps: readonly (readonly number[])[], from: number): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = [...(steps[from] ?? [])]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue
    seen.add(place)
    open.push(...(steps[place] ?? []))
  }
  return seen
}

interface Pair {
  readonly steps: readonly (readonly number[])[]
  readonly reach: readonly ReadonlySet<number>[]
  readonly letters: readonly ReadonlySet<number>[]
  readonly p: number
  readonly q: number
}

/** Whether one text leads from p to p, from p to q and from q to q. */
function sharesText({ steps, reach, letters, p, q }: Pair): boolean {
  const back = (place: number, to: number): boolean => place === to || reach[place]?.has(to) === true
  const seen = new Set<string>()
  const open: (readonly [number, number, number])[] = [[p, p, q]]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [x, y, z] = state
    for (const takes of letters) {
      const go = (from: number, to: number): readonly number[] =>
        (steps[from] ?? []).filter((place) => takes.has(place) && back(place, to))
      for (const a of go(x, p))
        for (const b of go(y, q))
          for (const c of go(z, q)) {
            if (a === p && b === q && c === q) return true
            const key = `${a},${b},${c}`
            if (!seen.has(key)) open.push([a, b, c])
            seen.add(key)
          }
    }
  }
  return false
}
