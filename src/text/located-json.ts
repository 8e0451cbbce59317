// Knows how JSON is read so that every value keeps its place, and a fault has one.

/** A stretch of a text, by offsets. */
interface Stretch {
  readonly from: number
  readonly end: number
}

/** A JSON value and where it stands. */
export type LocatedJson =
  | (Stretch & { readonly kind: 'object'; readonly members: readonly LocatedMember[] })
  | (Stretch & { readonly kind: 'list'; readonly items: readonly LocatedJson[] })
  | (Stretch & { readonly kind: 'value'; readonly value: string | number | boolean | null })

/** A member of a JSON object; its stretch is that of the key. */
export interface LocatedMember extends Stretch {
  readonly key: string
  readonly value: LocatedJson
}

/** Why a text is no JSON, and where. */
export interface JsonFault extends Stretch {
  readonly kind: 'fault'
  readonly reason: string
}

/** How deep values may lie within each other. */
const DEPTH = 100

/** Reads a text as JSON.parse would: the same texts are taken, except those nested more than 100 deep. Never throws. */
export function parseLocatedJson(text: string): LocatedJson | JsonFault {
  const next = createReader(text)
  const root = valueAt(next(), next, 0)
  if (root.kind === 'fault') return root
  const rest = next()
  return rest.said === '' ? root : unexpected(rest)
}

interface Token {
  readonly said: string
  readonly from: number
}

type Reader = () => Token

/** Blanks, texts (of all but control characters, quotes and backslashes), numbers, words and punctuation of JSON; any other character is a token of its own, which nothing expects. */
const token =
  /[ \t\r\n]+|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[^]/g

function createReader(text: string): Reader {
  const tokens = text.matchAll(token)
  return () => {
    for (const { 0: said, index } of { [Symbol.iterator]: () => ({ next: () => tokens.next() }) })
      if (!/^[ \t\r\n]/.test(said)) return { said, from: index }
    return { said: '', from: text.length }
  }
}

function valueAt(first: Token, next: Reader, depth: number): LocatedJson | JsonFault {
  const { said, from } = first
  if (depth > DEPTH) return { kind: 'fault', reason: 'it is nested too deep', from, end: from + 1 }
  if (said === '{') return objectAt(from, next, depth)
  if (said === '[') return listAt(from, next, depth)
  if (!/^(?:".*"|-?\d.*|true|false|null)$/s.test(said)) return unexpected(first)
  const value: unknown = JSON.parse(said)
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  return { kind: 'value', value: known, from, end: from + said.length }
}

function objectAt(from: number, next: Reader, depth: number): LocatedJson | JsonFault {
  const members: LocatedMember[] = []
  for (let first = next(); ; first = next()) {
    if (first.said === '}' && members.length === 0) return { kind: 'object', members, from, end: first.from + 1 }
    if (!/^".*"$/s.test(first.said)) return unexpected(first)
    const key = String(JSON.parse(first.said))
    const colon = next()
    if (colon.said !== ':') return unexpected(colon)
    const value = valueAt(next(), next, depth + 1)
    if (value.kind === 'fault') return value
    members.push({ key, value, from: first.from, end: first.from + first.said.length })
    const after = next()
    if (after.said === '}') return { kind: 'object', members, from, end: after.from + 1 }
    if (after.said !== ',') return unexpected(after)
  }
}

function listAt(from: number, next: Reader, depth: number): LocatedJson | JsonFault {
  const items: LocatedJson[] = []
  for (let first = next(); ; first = next()) {
    if (first.said === ']' && items.length === 0) return { kind: 'list', items, from, end: first.from + 1 }
    const value = valueAt(first, next, depth + 1)
    if (value.kind === 'fault') return value
    items.push(value)
    const after = next()
    if (after.said === ']') return { kind: 'list', items, from, end: after.from + 1 }
    if (after.said !== ',') return unexpected(after)
  }
}

function unexpected({ said, from }: Token): JsonFault {
  if (said === '') return { kind: 'fault', reason: 'it ends too early', from, end: from }
  const shown = said.length > 30 ? `${said.slice(0, 30)}…` : said
  const reason = said === '"' ? 'a text is not closed' : `${shown} is not expected here`
  return { kind: 'fault', reason, from, end: from + said.length }
}
