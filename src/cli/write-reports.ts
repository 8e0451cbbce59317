// Knows how results are put into the files that were asked for.

import { resolve } from 'node:path'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { sortBy } from '../text/compare.js'
import { reasonOf } from '../text/reason.js'
import type { Session } from './context.js'
import type { Format, Outputs } from './reporters.js'
import { countOf } from './table.js'

/** Writes the results that go into files, each whole or not at all. Tells what could not be written (CG605); false where anything could not. */
export async function writeReports(
  session: Session,
  outputs: Outputs,
  render: (format: Format) => string,
): Promise<boolean> {
  const failures = await Promise.all(
    outputs.files.map(async ({ format, file }): Promise<readonly Diagnostic[]> => {
      const bytes = new TextEncoder().encode(render(format))
      try {
        await session.host.write(resolve(session.cwd, file), bytes)
        return []
      } catch (error) {
        return [problem('CG605', { path: file, reason: reasonOf(error) })]
      }
    }),
  )
  const told = sortBy(failures.flat(), ({ message }) => [message])
  session.report(told)
  const written = outputs.files.length - told.length
  if (session.flags.verbose === true && written > 0) session.terminal.err(`${countOf(written, 'report')} written\n`)
  return told.length === 0
}
