// Knows how files are printed and checked: the only place that knows the compiler.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'
import type { EmitInput, EmittedFile, Emitted } from './emitter.js'
import { lineComments } from './escape.js'
import { printStatements } from './print-statements.js'
import { readsAsPlanned } from './read-plan.js'
import { mergeFiles } from './single-file.js'
import type { SourceFile } from './statement.js'
import { planFile, verifyFile } from './verify.js'

/**
 * Prints files, in the order of their paths; those of each folder as one where the layout asks for it. A file that does not
 * parse back to its statements is left out, with a `CG602`.
 */
export async function printFiles(
  files: readonly SourceFile[],
  { header, layout }: Pick<EmitInput, 'header' | 'layout'>,
): Promise<Emitted> {
  const laid = layout === 'single-file' ? mergeFiles(files) : files
  const printed: (EmittedFile | Diagnostic)[] = []
  for (const file of sortBy(laid, ({ path }) => [path])) printed.push(await printFile(file, header))
  return {
    files: printed.flatMap((result) => ('text' in result ? [result] : [])),
    diagnostics: printed.flatMap((result) => ('text' in result ? [] : [result])),
  }
}

async function printFile(file: SourceFile, header: readonly string[]): Promise<EmittedFile | Diagnostic> {
  const { path } = file
  const comment = header.length === 0 ? '' : `${lineComments(header)}\n\n`
  if ('code' in file) return { path, text: comment + file.code }
  // Without any statement it would be no module.
  if (file.statements.length === 0) return { path, text: `${comment}export {};\n` }
  const text = comment + printStatements(file.statements)
  const plan = planFile(file.statements)
  if (readsAsPlanned(text, plan)) return { path, text }
  const { ts } = await import('ts-morph')
  const reason = verifyFile(ts, { path, text }, plan)
  return reason === undefined ? { path, text } : problem('CG602', { path, reason })
}
