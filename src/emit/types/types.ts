// Knows what the type of each model looks like, and lays out the types: one file for each model and an index of all.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { constantLiteral, valueKey } from '../escape.js'
import { importRefs } from '../imports.js'
import { importPath } from '../names.js'
import type { Entry, Outline } from '../outline.js'
import { printFiles } from '../printer.js'
import { isTwin, ownOutline, sdkNames, wireOutline } from '../sides.js'
import type { Doc, SourceFile, Statement } from '../statement.js'
import { fieldDoc, modelDoc } from './docs.js'
import { enumKeys } from './enum-keys.js'
import { aliasText, alternatives, indexText, orUndefined, typeText, type TypeContext } from './type-text.js'

const LINE = 80

/** The types of one side: which models have one there, how it is written, and where the index of them lies. */
interface Side {
  readonly outline: Outline
  readonly entries: readonly Entry[]
  readonly isWire: boolean
  readonly index: string
}

/**
 * TypeScript types: `models/<namespace>/<model>.ts` for each model, and `index.ts` that exports them all. In shape `wire` they
 * are the types of the wire, with dates as text; in shape `sdk` their properties are in camel case and their instants are
 * `Date`, and the types of the wire lie in `wire/`. Optional properties allow `undefined`, as the validators do; `null` is
 * allowed only where it is known to be.
 */
export const types: Emitter = {
  id: 'types',
  label: 'TypeScript types',
  emit: emitTypes,
}

async function emitTypes(input: EmitInput): Promise<Emitted> {
  const files = sidesOf(input).flatMap((side) => [
    ...side.entries.filter(({ id }) => input.only?.has(id) !== false).map((entry) => modelFile(entry, side)),
    ...(input.only === undefined ? [indexFile(side)] : []),
  ])
  return printFiles(files, input)
}

function sidesOf(input: EmitInput): readonly Side[] {
  const wire = wireOutline(input)
  if (input.shape === 'wire') return [{ outline: wire, entries: wire.entries, isWire: true, index: 'index.ts' }]
  const own = ownOutline(input)
  return [
    { outline: own, entries: own.entries, isWire: false, index: 'index.ts' },
    { outline: wire, entries: wire.entries.filter(isTwin), isWire: true, index: 'wire/index.ts' },
  ]
}

function indexFile({ entries, index }: Side): SourceFile {
  const statements = entries.map((entry): Statement => {
    const names = [{ name: entry.name, isType: entry.kind !== 'enum' }]
    return { kind: 're-export', from: importPath(index, entry.typePath), names }
  })
  return { path: index, statements }
}

function modelFile(entry: Entry, side: Side): SourceFile {
  const path = `${entry.typePath}.ts`
  const imports = importRefs(entry, side.outline, { file: path, names: ({ name }) => [name], areTypes: true })
  return { path, statements: [...imports, ...declarations(entry, side)] }
}

function contextOf(entry: Entry, { outline, isWire }: Side): TypeContext {
  return {
    nameOf: (id) => outline.byId.get(id)?.name ?? 'unknown',
    inRecursiveAlias: entry.kind === 'union' && entry.cycle.size > 0,
    hasDates: !isWire,
  }
}

function declarations(entry: Entry, side: Side): readonly Statement[] {
  const doc = modelDoc(entry.model)
  const documented: { doc?: Doc } = doc === undefined ? {} : { doc }
  const { name } = entry
  switch (entry.kind) {
    case 'object':
      return [interfaceOf(entry, documented, side)]
    case 'enum':
      return enumOf(entry, documented)
    case 'union': {
      const type = aliasText(
        alternatives([entry.shape], contextOf(entry, side)),
        LINE - `export type ${name} = ;`.length,
      )
      return [{ kind: 'alias', name, ...documented, type }]
    }
    case 'unknown':
      return [{ kind: 'alias', name, ...documented, type: 'unknown' }]
  }
}

function interfaceOf(entry: Entry & { kind: 'object' }, documented: { doc?: Doc }, side: Side): Statement {
  const { outline } = side
  const context = contextOf(entry, side)
  const hasDates = !side.isWire
  const names = hasDates ? sdkNames(entry.properties) : undefined
  const properties = entry.properties.map(({ field, shape }) => {
    const name = names?.get(field.name) ?? field.name
    const doc = fieldDoc(field, { name, shape, outline, hasDates })
    const type = typeText(shape, context)
    return {
      name,
      optional: !field.required,
      type: field.required ? type : orUndefined(type),
      ...(doc !== undefined && { doc }),
    }
  })
  const { additional } = entry
  const named = entry.properties.flatMap(({ field, shape }) => [
    ...alternatives([shape], context),
    ...(field.required ? [] : ['undefined']),
  ])
  const index = additional === undefined ? {} : { index: indexText(additional, named, context) }
  return { kind: 'interface', name: entry.name, ...documented, properties, ...index }
}

function enumOf(entry: Entry & { kind: 'enum' }, documented: { doc?: Doc }): readonly Statement[] {
  const { name, model, open, shape } = entry
  const keyed = enumKeys(model.values.map(({ value }) => value))
  const entries = keyed.map(([key, value]) => [key, constantLiteral(value)] as const)
  const lines = entries.map(([key, value]) => `  ${valueKey(key)}: ${value},\n`)
  const others = open ? alternatives([shape], { nameOf: () => 'unknown' }) : []
  const openings = others.filter((text) => text === 'string' || text === 'number').map((text) => `(${text} & {})`)
  const planned = keyed.map(([key, value]) => [key, JSON.stringify(value)] as const)
  // Readers are shown the comments of both together, but a use of the type is marked as deprecated only by its own.
  const notices = documented.doc?.tags.filter((tag) => tag.name === 'deprecated') ?? []
  const noticed = notices.length === 0 ? {} : { doc: { text: '', tags: notices } }
  return [
    { kind: 'const', name, exported: true, ...documented, value: `{\n${lines.join('')}} as const`, entries: planned },
    { kind: 'alias', name, ...noticed, type: [`(typeof ${name})[keyof typeof ${name}]`, ...openings].join(' | ') },
  ]
}
