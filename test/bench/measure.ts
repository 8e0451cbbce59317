// Knows how contenders are timed: in one process, in turns, the best of the medians of several passes, and nothing but ratios told.

import { validModel, modelsOf } from '../emit/payloads.js'
import { benchApi, rootIds } from './models.js'
import { rivals, type Contender } from './rivals.js'

/** The ratios of one kind of input on one model: how many times as long as the plain validator each contender takes. */
export interface Ratios {
  readonly model: string
  readonly input: string
  readonly asked: 'verdict' | 'issues'
  readonly ratios: Readonly<Record<string, number>>
}

const LIST = 100
const PASSES = 3
const ROUNDS = 5
/** How long a contender runs at a time, in milliseconds. */
const TURN = 4

/** One model with its inputs and all who take part, whose verdicts are known to be right. */
export interface Heat {
  readonly name: string
  readonly inputs: readonly Input[]
  readonly contenders: readonly Contender[]
}

/** Times the contenders on all models, several times over: what an engine, or others on the machine, did to one pass does not count. */
export function measure(validators: Readonly<Record<string, unknown>>, clock: () => number): readonly Ratios[] {
  const races = prepared(validators).flatMap(({ name, inputs, contenders }) =>
    inputs.flatMap(({ input, value }) =>
      (['verdict', 'issues'] as const)
        .filter((asked) => input !== 'valid' || asked === 'verdict')
        .map((asked) => ({ model: name, input, asked, value, contenders })),
    ),
  )
  const passes = Array.from({ length: PASSES }, () =>
    races.map(({ contenders, asked, value }) => race(contenders, asked, { value, clock })),
  )
  return races.map(({ model, input, asked, contenders }, index) => {
    const best = contenders.map((_, at) => Math.min(...passes.map((pass) => pass[index]?.[at] ?? Infinity)))
    const ratios = contenders.map(({ name }, at) => [name, (best[at] ?? 0) / (best[0] ?? 1)])
    return { model, input, asked, ratios: Object.fromEntries(ratios) }
  })
}

/** The models with their inputs and contenders; every contender has judged every input once. */
export function prepared(validators: Readonly<Record<string, unknown>>): readonly Heat[] {
  const models = modelsOf(benchApi)
  const heats = rootIds.map((id): Heat => {
    const model = models.get(id)
    const name = model?.name ?? ''
    return {
      name,
      inputs: inputsOf(longLists(validModel(model, models, 8))),
      contenders: [plainOf(name, validators), ...rivals(benchApi, id)],
    }
  })
  for (const { inputs, contenders } of heats) checkVerdicts(contenders, inputs)
  return heats
}

/** What is given to the contenders. */
export interface Input {
  readonly input: string
  readonly value: unknown
}

/** A valid value, one with one fault near its end, and one with a fault in each item of its list. */
function inputsOf(valid: unknown): readonly Input[] {
  const { parts, ...others } = Object(valid)
  const broken = (part: object): object => ({ ...part, count: 'many' })
  const last = [...parts.slice(0, -1), broken(parts.at(-1))]
  return [
    { input: 'valid', value: valid },
    { input: 'one fault', value: { ...others, parts: last } },
    { input: 'a hundred faults', value: { ...others, parts: parts.map(broken) } },
  ]
}

function longLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => Array.from({ length: LIST }, () => shortLists(item)))
  if (typeof value === 'string') return value.replace(/^\d{4}-.*T.*/, '2024-02-29T08:30:00Z')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, longLists(item)]))
}

/** Inside of lists, lists of three; everywhere a date-time that every library takes. */
function shortLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => Array.from({ length: 3 }, () => shortLists(item)))
  if (typeof value === 'string') return value.replace(/^\d{4}-.*T.*/, '2024-02-29T08:30:00Z')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortLists(item)]))
}

function plainOf(name: string, validators: Readonly<Record<string, unknown>>): Contender {
  const [is, validate] = [validators[`is${name}`], validators[`validate${name}`]]
  if (typeof is !== 'function' || typeof validate !== 'function') throw new Error(`no validators of ${name}`)
  return {
    name: 'plain',
    accepts: (value) => is(value) === true,
    issues: (value) => {
      const result = validate(value)
      return result.ok === true ? 0 : result.issues.length
    },
  }
}

function checkVerdicts(contenders: readonly Contender[], inputs: readonly Input[]): void {
  for (const { input, value } of inputs) {
    for (const { name, accepts, issues } of contenders) {
      const isValid = input === 'valid'
      const count = issues(value)
      const enough = count >= (isValid ? 0 : input === 'one fault' ? 1 : LIST) && (!isValid || count === 0)
      // typebox gives eight issues at most, whatever is asked of it.
      if (accepts(value) !== isValid || (!enough && name !== 'typebox'))
        throw new Error(`${name} on ${input}: ${count}`)
    }
  }
}

/** The median time of each, in milliseconds. */
function race(
  contenders: readonly Contender[],
  asked: 'verdict' | 'issues',
  { value, clock }: { readonly value: unknown; readonly clock: () => number },
): readonly number[] {
  const runs = contenders.map((one) => (asked === 'verdict' ? one.accepts : one.issues))
  const times = runs.map((): number[] => [])
  const counts = runs.map((run) => calibrate(run, value, clock))
  let consumed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, run] of runs.entries()) {
      const count = counts[index] ?? 1
      const start = clock()
      for (let done = 0; done < count; done += 1) consumed += Number(run(value))
      times[index]?.push((clock() - start) / count)
    }
  }
  if (Number.isNaN(consumed)) throw new Error('a contender gave no number')
  return times.map(median)
}

/** How often a contender is run in one turn; running it for that warms it up, too. */
function calibrate(run: (value: unknown) => unknown, value: unknown, clock: () => number): number {
  let count = 1
  for (;;) {
    const start = clock()
    for (let done = 0; done < count; done += 1) run(value)
    const took = clock() - start
    if (took >= TURN) return Math.max(1, Math.round((count * TURN) / took))
    count *= 2
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
