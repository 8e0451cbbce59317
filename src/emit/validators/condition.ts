// Knows how boolean expressions are joined and negated as a person would write them.

/** A boolean expression as text, its opposite, and the operator that holds it together with what it joins. */
export interface Condition {
  readonly text: string
  readonly opposite: string
  readonly joint?: '&&' | '||'
  readonly parts?: readonly string[]
}

/** What is true whatever the value. */
export const always: Condition = { text: 'true', opposite: 'false' }

/** What is true of no value. */
export const never: Condition = { text: 'false', opposite: 'true' }

/** An expression that `!` binds to: a call. */
export function holds(call: string): Condition {
  return { text: call, opposite: `!${call}` }
}

/** An expression with an operator of its own. */
export function states(text: string): Condition {
  return { text, opposite: `!(${text})` }
}

/** That two expressions are the same. */
export function equals(left: string, right: string): Condition {
  return { text: `${left} === ${right}`, opposite: `${left} !== ${right}` }
}

/** All of the conditions. */
export function both(conditions: readonly Condition[]): Condition {
  return joined(conditions, '&&', always)
}

/** One of the conditions. */
export function either(conditions: readonly Condition[]): Condition {
  return joined(conditions, '||', never)
}

function joined(conditions: readonly Condition[], joint: '&&' | '||', neutral: Condition): Condition {
  const decided = joint === '&&' ? never : always
  if (conditions.some(({ text }) => text === decided.text)) return decided
  const telling = conditions.filter(({ text }) => text !== neutral.text)
  const [only] = telling
  if (only === undefined) return neutral
  if (telling.length === 1) return only
  const texts = telling.map(({ text, joint: inner }) => (inner === undefined || inner === joint ? text : `(${text})`))
  const flipped = joint === '&&' ? '||' : '&&'
  const opposites = telling.map(({ opposite, joint: inner }) =>
    inner === joint || inner === undefined ? opposite : `(${opposite})`,
  )
  return { text: texts.join(` ${joint} `), opposite: opposites.join(` ${flipped} `), joint, parts: texts }
}
