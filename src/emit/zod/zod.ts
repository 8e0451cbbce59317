// Knows which zod schema each model gets, and lays out the schemas: one file for each model, the shared code, and an index.

import { taggedMembers } from '../discriminator.js'
import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { stringLiteral } from '../escape.js'
import { importRefs, namesIn, sortImports } from '../imports.js'
import { importPath } from '../names.js'
import type { Entry, Outline } from '../outline.js'
import { printFiles } from '../printer.js'
import { isNull, membersOf } from '../shape.js'
import { wireOutline } from '../sides.js'
import type { ImportStatement, SourceFile, Statement } from '../statement.js'
import { runtimeText } from './runtime-text.js'
import { hasInherited, objectText, schemaName, schemaText, type SchemaContext } from './schema-text.js'

const FOLDER = 'zod/'
/** What a schema is checked against: far cheaper for the compiler than `z.ZodType`, of which it compares every method. */
const CHECK = 'SchemaOf'
const SHARED = ['closest', 'date', 'dateOrDateTime', 'dateTime', 'integer', 'withOwnProperties']

/**
 * Schemas for zod 4, below `zod/`. They give the same verdicts as the validators without dependencies.
 * Recursive schemas are annotated with their type and refer to each other late, so the files can be imported in any order.
 */
export const zod: Emitter = {
  id: 'zod',
  label: 'zod schemas',
  emit: emitSchemas,
}

async function emitSchemas(input: EmitInput): Promise<Emitted> {
  const { unknownKeys } = input
  const outline = wireOutline(input)
  const files = outline.entries.map((entry) => modelFile(entry, { outline, unknownKeys, late: entry.cycle }))
  const runtime: SourceFile = { path: `${FOLDER}runtime.ts`, code: runtimeText(unknownKeys) }
  return printFiles([...files, runtime, indexFile(outline)], input)
}

function indexFile({ entries }: Outline): SourceFile {
  const path = `${FOLDER}index.ts`
  const statements = entries.map((entry): Statement => {
    const names = [{ name: schemaName(entry.name), isType: false }]
    return { kind: 're-export', from: importPath(path, FOLDER + entry.path), names }
  })
  return { path, statements }
}

function modelFile(entry: Entry, context: SchemaContext): SourceFile {
  const path = `${FOLDER}${entry.path}.ts`
  const value = valueText(entry, context)
  const isAnnotated = hasOwnType(entry)
  const used = namesIn(value)
  const refs = importRefs(entry, context.outline, {
    file: path,
    folder: FOLDER,
    names: ({ name }) => [schemaName(name)].filter((wanted) => used.has(wanted)),
    areTypes: false,
  })
  const shared = SHARED.filter((name) => used.has(name)).map((name) => ({ name, isType: false }))
  const checks = isAnnotated ? [] : [{ name: CHECK, isType: true }]
  const model = [{ name: entry.name, isType: !used.has(entry.name) }]
  const own: readonly ImportStatement[] = [
    { kind: 'import', from: 'zod', names: used.has('z') || isAnnotated ? [{ name: 'z', isType: !used.has('z') }] : [] },
    { kind: 'import', from: importPath(path, entry.typePath), names: model },
    { kind: 'import', from: importPath(path, `${FOLDER}runtime`), names: [...shared, ...checks] },
  ]
  const schema: Statement = {
    kind: 'const',
    name: schemaName(entry.name),
    exported: true,
    doc: { text: `Schema of type ${entry.name}.`, tags: [] },
    ...(isAnnotated && { type: `z.ZodType<${entry.name}>` }),
    value: isAnnotated ? value : `${value} satisfies ${CHECK}<${entry.name}>`,
  }
  const needed = own.filter(({ names }) => names.length > 0)
  return { path, statements: [...sortImports([...needed, ...refs]), schema] }
}

function valueText(entry: Entry, context: SchemaContext): string {
  switch (entry.kind) {
    case 'object':
      return objectText(entry, context)
    case 'enum': {
      const { name, open, shape } = entry
      if (open) return schemaText(shape, context)
      const isText = membersOf(shape).every((member) => member.kind === 'literal' && typeof member.value === 'string')
      return isText ? `z.enum(${name})` : `z.literal(Object.values(${name}))`
    }
    case 'union':
      return unionText(entry, context)
    case 'unknown':
      return 'z.unknown()'
  }
}

/** Discriminated where the schemas of all members are known to be plain objects. */
function unionText(entry: Entry & { kind: 'union' }, context: SchemaContext): string {
  if (entry.isTotal && context.unknownKeys === 'strip') return 'z.unknown()'
  const tagged = taggedMembers(entry, context.outline) ?? []
  const isPlain = tagged.every(({ entry: member }) => member.cycle.size === 0 && !hasInherited(member))
  if (tagged.length === 0 || !isPlain) return schemaText(entry.shape, context)
  const members = tagged.map(({ shape }) => schemaText(shape, context)).join(', ')
  const text = `z.discriminatedUnion(${stringLiteral(entry.model.discriminator ?? '')}, [${members}])`
  return membersOf(entry.shape).some(isNull) ? `${text}.nullable()` : text
}

/** Whether the schema must be told its type: it is recursive, or the type that it would get is less telling. */
function hasOwnType(entry: Entry): boolean {
  if (entry.cycle.size > 0 || entry.isTotal) return true
  return entry.kind === 'enum' ? entry.open : entry.kind === 'object' && hasInherited(entry)
}
