// Knows how validators without dependencies are laid out: one file for each model, the shared code, and an index.

import type { EmitInput, Emitted, Emitter } from '../emitter.js'
import { guardName, validateName } from '../guard-names.js'
import { importRefs, namesIn, sortImports } from '../imports.js'
import { importPath, sortNames } from '../names.js'
import type { Entry, Outline } from '../outline.js'
import { printFiles } from '../printer.js'
import { wireOutline } from '../sides.js'
import type { ImportStatement, SourceFile, Statement } from '../statement.js'
import { CHECK, explainName, innerGuardName, standardName, stripName } from './check-names.js'
import { checksOf, codeOf, type ChecksInput } from './checks.js'
import { runtimeText } from './runtime-text.js'
import { tangledModels } from './tangled.js'

const FOLDER = 'validators/'

/**
 * Validators in plain TypeScript without dependencies, below `validators/`: `isX` is a guard, `validateX` gives the value or
 * all issues with their paths, and `xSchema` is a Standard Schema. Values are accepted however deep they are nested; one that
 * contains itself is refused, with an issue. Where unknown keys are left out, the value given is a copy.
 */
export const validators: Emitter = {
  id: 'plain',
  label: 'validators without dependencies',
  emit: emitValidators,
}

async function emitValidators(input: EmitInput): Promise<Emitted> {
  const { unknownKeys } = input
  const outline = wireOutline(input)
  const checks: ChecksInput = { outline, unknownKeys, tangled: tangledModels(outline) }
  const files = outline.entries.map((entry) => modelFile(entry, checks))
  const runtime: SourceFile = { path: `${FOLDER}runtime.ts`, code: runtimeText(unknownKeys) }
  return printFiles([...files, runtime, indexFile(outline)], input)
}

function indexFile({ entries }: Outline): SourceFile {
  const path = `${FOLDER}index.ts`
  const models = entries.map(({ name, path: target }): Statement => {
    const names = sortNames([guardName(name), standardName(name), validateName(name)])
    return { kind: 're-export', from: importPath(path, FOLDER + target), names: names.map(asValue) }
  })
  const shared = ['Issue', 'Path', 'Result', 'StandardSchemaV1'].map((name) => ({ name, isType: true }))
  return { path, statements: [...models, { kind: 're-export', from: './runtime.js', names: shared }] }
}

function asValue(name: string): { name: string; isType: boolean } {
  return { name, isType: false }
}

function modelFile(entry: Entry, input: ChecksInput): SourceFile {
  const path = `${FOLDER}${entry.path}.ts`
  const body = checksOf(entry, input)
  const used = namesIn(body.map(codeOf).join('\n'))
  const refs = importRefs(entry, input.outline, {
    file: path,
    folder: FOLDER,
    names: ({ name }) =>
      [guardName(name), innerGuardName(name), explainName(name), stripName(name)].filter((wanted) => used.has(wanted)),
    areTypes: false,
  })
  const model = [{ name: entry.name, isType: !used.has(entry.name) }]
  const own: readonly ImportStatement[] = [
    { kind: 'import', from: importPath(path, entry.typePath), names: model },
    { kind: 'import', from: importPath(path, `${FOLDER}runtime`), names: [], all: CHECK },
  ]
  return { path, statements: [...sortImports([...own, ...refs]), ...body] }
}
