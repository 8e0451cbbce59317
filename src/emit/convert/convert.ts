// Knows which conversions each model gets, and lays them out: one file for each model, the shared code, and an index.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { guardName, validateName } from '../guard-names.js'
import { importRefs, namesIn, sortImports } from '../imports.js'
import { importPath, sortNames } from '../names.js'
import type { Entry } from '../outline.js'
import { printFiles } from '../printer.js'
import { ownOutline, wireOutline } from '../sides.js'
import type { ImportStatement, SourceFile, Statement } from '../statement.js'
import { codecContext, codecName, modelCodecText, objectsWithCodec, typesOf, type CodecContext } from './codec-text.js'
import { CONVERT } from './guard-text.js'
import { runtimeText } from './runtime-text.js'

const FOLDER = 'convert/'
const VALIDATORS = 'validators/'

/**
 * Conversions between the wire and programs, below `convert/`: `parseX` gives the value or all issues of the validators, and
 * `serializeX` gives what goes on the wire. Unknown keys are kept. They need the validators without dependencies and the types
 * of shape `sdk`; in shape `wire` there is nothing to convert, and no file.
 */
export const convert: Emitter = {
  id: 'convert',
  label: 'conversions between the wire and programs',
  emit: emitConversions,
}

/** The models, and those among them that have a codec. */
interface Plan extends CodecContext {
  readonly withCodec: ReadonlySet<string>
}

async function emitConversions(input: EmitInput): Promise<Emitted> {
  if (input.shape === 'wire') return { files: [], diagnostics: [] }
  const context = codecContext(ownOutline(input), wireOutline(input))
  const plan = { ...context, withCodec: new Set([...objectsWithCodec(context), ...context.changed]) }
  const files = plan.own.entries.map((entry) => modelFile(entry, { ...plan, late: entry.cycle }))
  const runtime: SourceFile = { path: `${FOLDER}runtime.ts`, code: runtimeText }
  return printFiles([...files, runtime, indexFile(plan)], input)
}

function indexFile({ own }: Plan): SourceFile {
  const path = `${FOLDER}index.ts`
  const models = own.entries.map((entry): Statement => {
    const names = [parseName(entry.name), serializeName(entry.name)].map((name) => ({ name, isType: false }))
    return { kind: 're-export', from: importPath(path, FOLDER + entry.path), names }
  })
  const result: Statement = { kind: 're-export', from: './runtime.js', names: [{ name: 'Result', isType: true }] }
  return { path, statements: [...models, result] }
}

function modelFile(entry: Entry, plan: Plan): SourceFile {
  const path = `${FOLDER}${entry.path}.ts`
  const codec = codecOf(entry, plan)
  const used = namesIn(codec === undefined ? '' : codec.value)
  const refs = importRefs(entry, plan.own, {
    file: path,
    folder: FOLDER,
    names: ({ name }) => [codecName(name)].filter((wanted) => used.has(wanted)),
    areTypes: false,
  })
  const statements = [...(codec === undefined ? [] : [codec]), parseOf(entry, plan), serializeOf(entry, plan)]
  return { path, statements: [...sortImports([...ownImports(entry, plan, used), ...refs]), ...statements] }
}

function ownImports(entry: Entry, plan: Plan, used: ReadonlySet<string>): readonly ImportStatement[] {
  const path = `${FOLDER}${entry.path}.ts`
  const wire = plan.wire.byId.get(entry.id) ?? entry
  const types = [entry, ...(wire.name === entry.name ? [] : [wire])].map(({ name, typePath }): ImportStatement => ({
    kind: 'import',
    from: importPath(path, typePath),
    names: [{ name, isType: true }],
  }))
  const checks = [...new Set([entry.id, ...entry.refs])].flatMap((id): ImportStatement[] => {
    const target = plan.wire.byId.get(id)
    if (target === undefined) return []
    const names = [
      ...(used.has(guardName(target.name)) ? [guardName(target.name)] : []),
      ...(id === entry.id ? [validateName(target.name)] : []),
    ]
    const listed = sortNames(names).map((name) => ({ name, isType: false }))
    return names.length === 0
      ? []
      : [{ kind: 'import', from: importPath(path, VALIDATORS + target.path), names: listed }]
  })
  const from = importPath(path, `${FOLDER}runtime`)
  const shared: ImportStatement = { kind: 'import', from, names: [], all: CONVERT, areTypes: !used.has(CONVERT) }
  return [...types, ...checks, shared]
}

function codecOf(entry: Entry, plan: Plan): (Statement & { kind: 'const' }) | undefined {
  if ((entry.kind !== 'object' && entry.kind !== 'union') || !plan.withCodec.has(entry.id)) return undefined
  return {
    kind: 'const',
    name: codecName(entry.name),
    exported: true,
    doc: { text: `Converts ${entry.name} between the wire and the program.`, tags: [] },
    type: `${CONVERT}.Codec<${typesOf(entry, plan)}>`,
    value: modelCodecText(entry, plan),
  }
}

function parseOf(entry: Entry, plan: Plan): Statement {
  const validate = validateName(plan.wire.byId.get(entry.id)?.name ?? entry.name)
  const decoded = `{ ok: true, value: ${codecName(entry.name)}.decode(result.value) }`
  return {
    kind: 'function',
    name: parseName(entry.name),
    exported: true,
    doc: { text: `Reads ${entry.name} from the wire, or says everything that is wrong with it.`, tags: [] },
    parameters: [{ name: 'wire', type: 'unknown' }],
    returns: `${CONVERT}.Result<${entry.name}>`,
    body: plan.changed.has(entry.id)
      ? [`const result = ${validate}(wire);`, `return result.ok ? ${decoded} : result;`]
      : [`return ${validate}(wire);`],
  }
}

function serializeOf(entry: Entry, plan: Plan): Statement {
  return {
    kind: 'function',
    name: serializeName(entry.name),
    exported: true,
    doc: { text: `Writes ${entry.name} as it is on the wire.`, tags: [] },
    parameters: [{ name: 'value', type: entry.name }],
    returns: plan.wire.byId.get(entry.id)?.name ?? entry.name,
    body: [plan.changed.has(entry.id) ? `return ${codecName(entry.name)}.encode(value);` : 'return value;'],
  }
}

function parseName(model: string): string {
  return `parse${model}`
}

function serializeName(model: string): string {
  return `serialize${model}`
}
