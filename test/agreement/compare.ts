// Knows how the verdicts on payloads are compared, and counted.

import { isDeepStrictEqual } from 'node:util'
import type { ApiModel } from '../../src/ir/model.js'
import type { Judge } from './judges.js'
import { judgeLiterals } from './literals.js'
import { createOracle, type OracleOptions } from './oracle.js'
import type { Payload } from './payloads.js'

/** What came of a comparison. */
export interface Comparison {
  readonly payloads: number
  readonly accepted: number
  /** Verdicts by who gave them. */
  readonly verdicts: Readonly<Record<string, number>>
  /** Verdicts that differ because who gave them cannot say what the model says, as the oracle foretold. */
  readonly unsayable: number
  /** The first of the disagreements, told in one line each, and how many there are. */
  readonly disagreements: readonly string[]
}

/** Every judge's verdict on every payload against what the model says. */
export function compareJudges(
  api: ApiModel,
  payloads: readonly Payload[],
  judges: readonly Judge[],
  unknownKeys: OracleOptions['unknownKeys'],
): Comparison {
  const oracle = createOracle(api, { unknownKeys, as: 'values' })
  const oracleOfJson = createOracle(api, { unknownKeys, as: 'json' })
  const verdicts: Record<string, number> = {}
  const disagreements: string[] = []
  let accepted = 0
  let unsayable = 0
  for (const payload of payloads) {
    const wanted = oracle(payload.model, payload.value)
    if (wanted) accepted += 1
    const given = judges.flatMap(({ name, isOfJson, judge }) => {
      const verdict = judge(payload.model, payload.value)
      return verdict === undefined ? [] : [{ name, isOfJson, ...verdict }]
    })
    const wantedOfJson = oracleOfJson(payload.model, payload.value)
    for (const { name, isOfJson, accepts } of given) {
      verdicts[name] = (verdicts[name] ?? 0) + 1
      if (isOfJson && wantedOfJson !== wanted) unsayable += 1
      if (accepts !== (isOfJson ? wantedOfJson : wanted)) disagreements.push(told(name, accepts, payload))
    }
    if (unknownKeys !== 'strip' || !wanted) continue
    const [first, ...others] = given.flatMap((one) => ('value' in one ? [one] : []))
    for (const other of others) {
      if (!isDeepStrictEqual(first?.value, other.value))
        disagreements.push(
          `${first?.name} and ${other.name} strip to different values: ${told(other.name, true, payload)}`,
        )
    }
  }
  return { payloads: payloads.length, accepted, verdicts, unsayable, disagreements }
}

/** The compiler's verdict on every payload as a literal, against what the model says as far as types can. */
export function compareTypes(
  api: ApiModel,
  payloads: readonly Payload[],
  folder: string,
  unknownKeys: 'allow' | 'reject',
): Comparison {
  const oracle = createOracle(api, { unknownKeys, as: 'types' })
  const strict = createOracle(api, { unknownKeys, as: 'values' })
  const verdicts = judgeLiterals(folder, api, payloads, unknownKeys)
  const wanted = payloads.map(({ model, value }) => oracle(model, value))
  const disagreements = payloads.flatMap((payload, index) =>
    verdicts[index] === wanted[index] ? [] : [told('types', verdicts[index] === true, payload)],
  )
  const unsayable = payloads.filter(({ model, value }, index) => wanted[index] !== strict(model, value)).length
  const accepted = wanted.filter(Boolean).length
  return { payloads: payloads.length, accepted, verdicts: { types: payloads.length }, disagreements, unsayable }
}

function told(name: string, accepts: boolean, { model, change, value }: Payload): string {
  const text = JSON.stringify(value, (_, item: unknown) => (item === undefined ? 'undefined' : item)) ?? String(value)
  return `${name} ${accepts ? 'accepts' : 'refuses'} ${model}, ${change}: ${text.slice(0, 300)}`
}
