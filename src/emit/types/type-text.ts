// Knows how a shape is written as a TypeScript type.

import { constantLiteral } from '../escape.js'
import { sortNames } from '../names.js'
import { matchShape, membersOf, type Shape } from '../shape.js'
import { isInstant } from '../sides.js'

/** What the text of a type depends on. */
export interface TypeContext {
  /** The type name of an emitted model. */
  readonly nameOf: (id: string) => string
  /** Whether the type stands in a recursive alias, where the compiler looks through `Record` and finds the alias unfinished. */
  readonly inRecursiveAlias?: boolean
  /** Whether an instant is a `Date`; without it dates are typed as they are on the wire. */
  readonly hasDates?: boolean
}

/** The alternatives of a type, each as text, without duplicates and without constants that `string` and the like include. */
export function alternatives(shapes: readonly Shape[], context: TypeContext): string[] {
  const texts = shapes.flatMap(membersOf).map((shape) => {
    const base = shape.kind === 'literal' ? typeof shape.value : ''
    return { text: typeText(shape, context), base }
  })
  const all = new Set(texts.map(({ text }) => text))
  if (all.has('unknown')) return ['unknown']
  return [...new Set(texts.filter(({ base }) => !all.has(base)).map(({ text }) => text))]
}

/** The type of a shape, on one line. */
export function typeText(shape: Shape, context: TypeContext): string {
  return matchShape<string>(shape, {
    unknown: () => 'unknown',
    never: () => 'never',
    string: () => 'string',
    boolean: () => 'boolean',
    // Every runtime and every `lib` has it, and a Buffer is one; `Blob` needs the types of the DOM or of Node.
    bytes: () => 'Uint8Array',
    number: () => 'number',
    date: () => (context.hasDates === true && isInstant(shape) ? 'Date' : 'string'),
    literal: ({ value }) => constantLiteral(value),
    array: ({ items }) => `${elementText(items, context)}[]`,
    map: ({ values }) => {
      const text = typeText(values, context)
      return context.inRecursiveAlias === true ? `{ [key: string]: ${text} }` : `Record<string, ${text}>`
    },
    ref: ({ id }) => context.nameOf(id),
    union: ({ members }) => alternatives(members, context).join(' | '),
  })
}

/** Alternatives as the type of an alias: on one line where they fit, else one line each. */
export function aliasText(options: readonly string[], width: number): string {
  const line = options.join(' | ')
  return line.length <= width ? line : options.map((option) => `\n| ${option}`).join('')
}

/** The alternatives with `undefined` among them, for a property that may be absent; `unknown` includes it. */
export function orUndefined(text: string): string {
  return text === 'unknown' ? text : `${text} | undefined`
}

/**
 * The type of an index signature: the further properties, and the named ones too, because the compiler wants each of them
 * to fit.
 */
export function indexText(additional: Shape, named: readonly string[], context: TypeContext): string {
  const own = alternatives([additional], context)
  if (own.includes('unknown') || named.includes('unknown')) return 'unknown'
  return [...own, ...sortNames(named).filter((text) => !own.includes(text))].join(' | ')
}

function elementText(items: Shape, context: TypeContext): string {
  const text = typeText(items, context)
  return items.kind === 'union' && alternatives([items], context).length > 1 ? `(${text})` : text
}
