// Knows what the type of each model looks like, and lays out the types: one file for each model and an index of all.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { constantLiteral, valueKey } from '../escape.js'
import { importRefs } from '../imports.js'
import { importPath } from '../names.js'
import { outlineModels, type Entry, type Outline } from '../outline.js'
import { printFiles } from '../printer.js'
import type { Doc, SourceFile, Statement } from '../statement.js'
import { fieldDoc, modelDoc } from './docs.js'
import { enumKeys } from './enum-keys.js'
import { aliasText, alternatives, indexText, orUndefined, typeText, type TypeContext } from './type-text.js'

const INDEX = 'index'
const LINE = 80

/**
 * TypeScript types on the wire: `models/<namespace>/<model>.ts` for each model, and `index.ts` that exports them all.
 * Optional properties allow `undefined`, as the validators do; `null` is allowed only where it is known to be; dates are text.
 */
export const types: Emitter = {
  id: 'types',
  label: 'TypeScript types',
  emit: emitTypes,
}

async function emitTypes(input: EmitInput): Promise<Emitted> {
  const outline = outlineModels(input.model.models, input.responses)
  const files = outline.entries.map((entry) => modelFile(entry, outline))
  return printFiles([...files, indexFile(outline)], input)
}

function indexFile({ entries }: Outline): SourceFile {
  const statements = entries.map((entry): Statement => {
    const names = [{ name: entry.name, isType: entry.kind !== 'enum' }]
    return { kind: 're-export', from: importPath(`${INDEX}.ts`, `models/${entry.path}`), names }
  })
  return { path: `${INDEX}.ts`, statements }
}

function modelFile(entry: Entry, outline: Outline): SourceFile {
  const path = `models/${entry.path}.ts`
  const imports = importRefs(entry, outline, {
    file: path,
    folder: 'models/',
    names: ({ name }) => [name],
    areTypes: true,
  })
  const context: TypeContext = {
    nameOf: (id) => outline.byId.get(id)?.name ?? 'unknown',
    inRecursiveAlias: entry.kind === 'union' && entry.cycle.size > 0,
  }
  return { path, statements: [...imports, ...declarations(entry, context)] }
}

function declarations(entry: Entry, context: TypeContext): readonly Statement[] {
  const doc = modelDoc(entry.model)
  const documented: { doc?: Doc } = doc === undefined ? {} : { doc }
  const { name } = entry
  switch (entry.kind) {
    case 'object':
      return [interfaceOf(entry, documented, context)]
    case 'enum':
      return enumOf(entry, documented)
    case 'union': {
      const type = aliasText(alternatives([entry.shape], context), LINE - `export type ${name} = ;`.length)
      return [{ kind: 'alias', name, ...documented, type }]
    }
    case 'unknown':
      return [{ kind: 'alias', name, ...documented, type: 'unknown' }]
  }
}

function interfaceOf(entry: Entry & { kind: 'object' }, documented: { doc?: Doc }, context: TypeContext): Statement {
  const properties = entry.properties.map(({ field, shape }) => {
    const doc = fieldDoc(field)
    const type = typeText(shape, context)
    return {
      name: field.name,
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
