// Knows which checks each model gets, and lays out the validators: one file for each model, the shared code, and an index.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { guardName, validateName } from '../guard-names.js'
import { importRefs, namesIn, sortImports } from '../imports.js'
import { importPath } from '../names.js'
import type { Entry, Outline } from '../outline.js'
import { printFiles } from '../printer.js'
import { membersOf } from '../shape.js'
import { wireOutline } from '../sides.js'
import type { ImportStatement, SourceFile, Statement } from '../statement.js'
import { CHECK, explainName } from './check-names.js'
import { modelExplainText } from './explain-text.js'
import { guardContext, objectCondition, shapeCondition, type Condition } from './guard-text.js'
import { runtimeText } from './runtime-text.js'

const FOLDER = 'validators/'
const LINE = 80
const OK = 'return { ok: true, value };'
const TYPE_ARGUMENT = /<\w+>\(/g

/** Above so many constants a set is faster than a comparison with each. */
const FEW = 4

/**
 * Validators in plain TypeScript without dependencies, below `validators/`: `isX` is a guard, `validateX` gives the value or
 * all issues with their paths. Unknown keys and unknown values of open enumerations are accepted. A value nested deeper than
 * the stack of the runtime, a cyclic one included, makes them throw the runtime's RangeError.
 */
export const validators: Emitter = {
  id: 'plain',
  label: 'validators without dependencies',
  emit: emitValidators,
}

async function emitValidators(input: EmitInput): Promise<Emitted> {
  const outline = wireOutline(input)
  const files = outline.entries.map((entry) => modelFile(entry, outline))
  const runtime: SourceFile = { path: `${FOLDER}runtime.ts`, code: runtimeText }
  return printFiles([...files, runtime, indexFile(outline)], input)
}

function indexFile({ entries }: Outline): SourceFile {
  const path = `${FOLDER}index.ts`
  const models = entries.map((entry): Statement => {
    const names = [guardName(entry.name), validateName(entry.name)].map((name) => ({ name, isType: false }))
    return { kind: 're-export', from: importPath(path, FOLDER + entry.path), names }
  })
  const shared = ['Issue', 'Path', 'Result'].map((name) => ({ name, isType: true }))
  return { path, statements: [...models, { kind: 're-export', from: './runtime.js', names: shared }] }
}

function modelFile(entry: Entry, outline: Outline): SourceFile {
  const path = `${FOLDER}${entry.path}.ts`
  const body = [...guardOf(entry, outline), validateOf(entry), explainOf(entry, outline)]
  const used = namesIn(body.map(codeOf).join('\n'))
  const refs = importRefs(entry, outline, {
    file: path,
    folder: FOLDER,
    names: ({ name }) => [guardName(name), explainName(name)].filter((wanted) => used.has(wanted)),
    areTypes: false,
  })
  const model = [{ name: entry.name, isType: !used.has(entry.name) }]
  const own: readonly ImportStatement[] = [
    { kind: 'import', from: importPath(path, entry.typePath), names: model },
    { kind: 'import', from: importPath(path, `${FOLDER}runtime`), names: [], all: CHECK },
  ]
  return { path, statements: [...sortImports([...own, ...refs]), ...body] }
}

/** The parts of a statement that may use values of other files. */
function codeOf(statement: Statement): string {
  if (statement.kind === 'function') return statement.body.join('\n').replace(TYPE_ARGUMENT, '(')
  return statement.kind === 'const' ? statement.value : ''
}

function guardOf(entry: Entry, outline: Outline): readonly Statement[] {
  const { name } = entry
  const { isTotal } = entry
  const value = isTotal ? '_value' : 'value'
  const isLarge = entry.kind === 'enum' && !entry.open && membersOf(entry.shape).length > FEW
  const body = isLarge ? 'return values.has(value);' : returned(conditionOf(entry, outline))
  const guard: Statement = {
    kind: 'function',
    name: guardName(name),
    exported: true,
    doc: { text: `Tells whether the value is of type ${name}.`, tags: [] },
    parameters: [{ name: value, type: 'unknown' }],
    returns: `${value} is ${name}`,
    body: [body],
  }
  const values = `new Set<unknown>(Object.values(${name}))`
  return isLarge ? [{ kind: 'const', name: 'values', exported: false, value: values }, guard] : [guard]
}

function conditionOf(entry: Entry, outline: Outline): Condition {
  const context = guardContext(outline)
  if (entry.kind === 'object') return objectCondition(entry, context)
  return shapeCondition(entry.kind === 'unknown' ? { kind: 'unknown' } : entry.shape, 'value', context)
}

function returned({ text, joint = '&&', parts = [] }: Condition): string {
  const line = `return ${text};`
  return line.length + 2 <= LINE ? line : `return (\n  ${parts.join(` ${joint}\n  `)}\n);`
}

function validateOf({ isTotal, name }: Entry): Statement {
  const issues = `{ ok: false, issues: ${explainName(name)}(value, []) }`
  return {
    kind: 'function',
    name: validateName(name),
    exported: true,
    doc: { text: `Gives the value as ${name}, or everything that is wrong with it.`, tags: [] },
    parameters: [{ name: 'value', type: 'unknown' }],
    returns: `${CHECK}.Result<${name}>`,
    body: [isTotal ? OK : `return ${guardName(name)}(value)\n  ? { ok: true, value }\n  : ${issues};`],
  }
}

function explainOf(entry: Entry, outline: Outline): Statement {
  const { isTotal } = entry
  return {
    kind: 'function',
    name: explainName(entry.name),
    exported: true,
    doc: { text: `Lists what keeps the value at a path from being of type ${entry.name}.`, tags: [] },
    parameters: [
      { name: isTotal ? '_value' : 'value', type: 'unknown' },
      { name: isTotal ? '_path' : 'path', type: `${CHECK}.Path` },
    ],
    returns: `${CHECK}.Issue[]`,
    body: [isTotal ? 'return [];' : `return ${modelExplainText(entry, outline)}(value, path);`],
  }
}
