// Knows how emitted files are put on disk, compiled and run, as a user would.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import type { Emitted, EmitInput, EmittedFile, Emitter } from '../../src/emit/emitter.js'
import type { ApiModel } from '../../src/ir/model.js'

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

/** How the files of a user are compiled: with every strict option. */
export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
}

/** How TypeScript becomes JavaScript, all files at once: nothing is checked, and no file is asked about another. */
const transpilerOptions: ts.CompilerOptions = {
  ...compilerOptions,
  noEmit: false,
  noCheck: true,
  noLib: true,
  noResolve: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
}

/** What an emitter gives for a model, with a header of one line. */
export function emit(emitter: Emitter, model: ApiModel, more: Partial<EmitInput> = {}): Promise<Emitted> {
  const input = {
    model,
    findings: [],
    header: ['Generated.'],
    shape: 'wire',
    layout: 'per-model',
    responses: true,
    unknownKeys: 'allow',
  } as const
  return emitter.emit({ ...input, ...more })
}

/** The text of one file below its header; fails where the file is missing or anything was diagnosed. */
export async function textOf(
  emitter: Emitter,
  model: ApiModel,
  path: string,
  more: Partial<EmitInput> = {},
): Promise<string> {
  const { files, diagnostics } = await emit(emitter, model, more)
  const file = files.find((each) => each.path === path)
  if (file === undefined || diagnostics.length > 0)
    throw new Error(JSON.stringify({ diagnostics, paths: files.map((each) => each.path) }))
  return file.text.replace(/^\/\/ Generated\.\n\n/, '')
}

/** Puts the files into a new folder where packages resolve; JavaScript stands beside TypeScript. */
export function writeFiles(files: readonly EmittedFile[]): string {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'codegen-test-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const roots = files.filter(({ path }) => path.endsWith('.ts')).map(({ path }) => join(folder, path))
  ts.createProgram(roots, transpilerOptions).emit()
  return folder
}

/** Everything the compiler says about the TypeScript files of a folder. */
export function compile(folder: string, files: readonly EmittedFile[]): readonly string[] {
  const roots = files.filter(({ path }) => path.endsWith('.ts')).map(({ path }) => join(folder, path))
  const program = ts.createProgram(roots, compilerOptions)
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const text = ts.flattenDiagnosticMessageText(found.messageText, '\n')
    return `${found.file?.fileName.slice(folder.length) ?? ''} ${found.start ?? 0}: ${text}`
  })
}

/** The exports of a module of a folder. */
export async function load(folder: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(pathToFileURL(join(folder, path)).href)
}
