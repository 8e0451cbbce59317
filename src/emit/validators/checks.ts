// Knows which checks a model gets: its guard, what gives the value or its issues, and what these are made of.

import type { UnknownKeys } from '../../config/options.js'
import type { Entry, Outline } from '../outline.js'
import { membersOf } from '../shape.js'
import { namesIn } from '../imports.js'
import type { Statement } from '../statement.js'
import { guardName, validateName } from '../guard-names.js'
import { CHECK, explainName, innerGuardName, standardName, stripName } from './check-names.js'
import type { Condition } from './condition.js'
import { explainContext, explainStatements } from './explain-text.js'
import { guardContext, keysText, KNOWN_KEYS, objectCondition, refusesUnknown, shapeCondition } from './guard-text.js'
import { listGuards } from './list-text.js'
import { hasStrip, modelStripText } from './strip-text.js'

/** What the checks of a model depend on. */
export interface ChecksInput {
  readonly outline: Outline
  readonly unknownKeys: UnknownKeys
  /** Ids of the models whose guards must remember what they found. */
  readonly tangled: ReadonlySet<string>
}

const LINE = 80
const TYPE_ARGUMENT = /<\w+>\(/g
const VALUES = 'values'

/** Above so many constants a set is faster than a comparison with each. */
const FEW = 8

/** The statements of a model's file, imports aside. */
export function checksOf(entry: Entry, input: ChecksInput): readonly Statement[] {
  const checks = [
    ...constantsOf(entry, input),
    ...guardsOf(entry, input),
    validateOf(entry, input),
    standardOf(entry),
    ...explainOf(entry, input),
    ...stripOf(entry, input),
  ]
  return [...checks, ...listsOf(entry, checks, input)]
}

/** The functions for the lists that the checks ask for, or that another such function asks for. */
function listsOf(entry: Entry, checks: readonly Statement[], { outline }: ChecksInput): readonly Statement[] {
  const inner = entry.cycle.size === 0 ? [] : listGuards(entry, guardContext(outline, entry.cycle))
  const guards = new Map([...inner, ...listGuards(entry, guardContext(outline))].map((guard) => [guard.name, guard]))
  let used: readonly Statement[] = []
  for (const guard of [...guards.values()].reverse())
    if (namesIn([...checks, ...used].map(codeOf).join('\n')).has(guard.name)) used = [guard, ...used]
  return used
}

/** The parts of a statement that may use values of other files. */
export function codeOf(statement: Statement): string {
  if (statement.kind === 'function') return statement.body.join('\n').replace(TYPE_ARGUMENT, '(')
  return statement.kind === 'const' ? statement.value : ''
}

/** The sets that a guard looks up. */
function constantsOf(entry: Entry, { unknownKeys }: ChecksInput): readonly Statement[] {
  if (entry.kind === 'object' && refusesUnknown(entry, unknownKeys))
    return [setOf(KNOWN_KEYS, `<string>(${keysText(entry.properties)})`)]
  return isLarge(entry) ? [setOf(VALUES, `<unknown>(/* @__PURE__ */ Object.values(${entry.name}))`)] : []
}

function setOf(name: string, items: string): Statement {
  return { kind: 'const', name, exported: false, value: `/* @__PURE__ */ new Set${items}` }
}

function isLarge(entry: Entry): boolean {
  return entry.kind === 'enum' && !entry.open && membersOf(entry.shape).length > FEW
}

function guardsOf(entry: Entry, input: ChecksInput): readonly Statement[] {
  const { name, isTotal, cycle, id } = entry
  const value = isTotal ? '_value' : 'value'
  const guard = {
    kind: 'function',
    exported: true,
    parameters: [{ name: value, type: 'unknown' }],
    returns: `${value} is ${name}`,
  } as const
  const doc = { text: `Tells whether the value is of type ${name}.`, tags: [] }
  const condition = conditionOf(entry, input)
  const inner = innerGuardName(name)
  if (cycle.size === 0 || isTotal)
    return [
      {
        ...guard,
        name: guardName(name),
        doc,
        body: [isLarge(entry) ? `return ${VALUES}.has(value);` : returned(condition)],
      },
    ]
  const isTangled = input.tangled.has(id)
  const nested = `${CHECK}.isNested(value, ${inner})`
  return [
    {
      ...guard,
      name: guardName(name),
      doc,
      body: [isTangled ? `return ${CHECK}.remembering(() => ${nested});` : `return ${nested};`],
    },
    {
      ...guard,
      name: inner,
      doc: { text: `Tells whether a value inside a larger one is of type ${name}.`, tags: [] },
      body: [remembered(inner, condition)],
    },
  ]
}

function conditionOf(entry: Entry, { outline, unknownKeys }: ChecksInput): Condition {
  const context = guardContext(outline, entry.cycle)
  if (entry.kind === 'object') return objectCondition(entry, context, unknownKeys)
  return shapeCondition(entry.kind === 'unknown' ? { kind: 'unknown' } : entry.shape, 'value', context)
}

function returned(condition: Condition): string {
  const line = `return ${condition.text};`
  return line.length + 2 <= LINE ? line : `return (\n  ${laidOut(condition, '  ')}\n);`
}

function remembered(inner: string, condition: Condition): string {
  const verdict = `${CHECK}.remember(\n    ${inner},\n    value,\n    ${laidOut(condition, '      ')},\n  )`
  return `return (\n  ${CHECK}.recall(${inner}, value) ??\n  ${verdict}\n);`
}

function laidOut({ joint = '&&', parts, text }: Condition, indent: string): string {
  return parts === undefined ? text : parts.join(` ${joint}\n${indent}`)
}

function validateOf(entry: Entry, { unknownKeys }: ChecksInput): Statement {
  const { isTotal, name } = entry
  const result = isTotal ? '{ ok: true, value }' : `${CHECK}.validated(value, ${guardName(name)}, ${explainName(name)})`
  const strips = unknownKeys === 'strip' && hasStrip(entry)
  return {
    kind: 'function',
    name: validateName(name),
    exported: true,
    doc: { text: `Gives the value as ${name}, or everything that is wrong with it.`, tags: [] },
    parameters: [{ name: 'value', type: 'unknown' }],
    returns: `${CHECK}.Result<${name}>`,
    body: [`return ${strips ? `${CHECK}.stripped(${result}, ${stripName(name)})` : result};`],
  }
}

function standardOf({ name }: Entry): Statement {
  return {
    kind: 'const',
    name: standardName(name),
    exported: true,
    doc: { text: `Standard Schema of type ${name}.`, tags: [] },
    value: `/* @__PURE__ */ ${CHECK}.standard(${validateName(name)})`,
  }
}

function explainOf(entry: Entry, { outline, unknownKeys }: ChecksInput): readonly Statement[] {
  if (entry.isTotal) return []
  return [
    {
      kind: 'function',
      name: explainName(entry.name),
      exported: true,
      doc: { text: `Adds what keeps a value from being of type ${entry.name} to the issues.`, tags: [] },
      parameters: [
        { name: 'value', type: 'unknown' },
        { name: 'issues', type: `${CHECK}.Issue[]` },
      ],
      returns: 'void',
      body: explainStatements(entry, explainContext(outline, unknownKeys, entry.cycle)),
    },
  ]
}

function stripOf(entry: Entry, { outline, unknownKeys }: ChecksInput): readonly Statement[] {
  if (unknownKeys !== 'strip' || !hasStrip(entry)) return []
  const text = modelStripText(entry, { outline, guards: guardContext(outline, entry.cycle) })
  return [
    {
      kind: 'function',
      name: stripName(entry.name),
      exported: true,
      doc: { text: `Copies a value of type ${entry.name} without unknown keys.`, tags: [] },
      parameters: [{ name: 'value', type: 'unknown' }],
      returns: 'unknown',
      body: [`return ${text};`],
    },
  ]
}
