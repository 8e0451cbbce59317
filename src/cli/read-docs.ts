// Knows how the commands that only look (diff, explain) read the docs.

import type { OptionsRequest } from '../config/load.js'
import type { Options } from '../config/options.js'
import type { Recovered } from '../pipeline/recover.js'
import { createStopwatch } from '../pipeline/stopwatch.js'
import { hasError } from '../diagnostics/severity.js'
import type { Session } from './context.js'
import { createLocator, relocateDiagnostic } from './places.js'
import { createProgressLine } from './progress.js'
import { timeWords } from './summary-view.js'

/** What was read of a project, with its diagnostics already printed. */
export interface ReadDocs {
  /** The project's; absent where there is only one, without a name. */
  readonly name: string | undefined
  readonly options: Options
  readonly recovered: Recovered
  readonly hasErrors: boolean
}

/** Reads the docs of every project; undefined, after the reasons were printed, where there are no options to read them with. */
export async function readDocs(
  session: Session,
  request: Omit<OptionsRequest, 'cwd'>,
): Promise<readonly ReadDocs[] | undefined> {
  const projects = await session.loadProjects(request)
  if (projects === undefined) return undefined
  const { recover } = await import('../pipeline/recover.js')
  const read: ReadDocs[] = []
  for (const { options, name } of projects) {
    const progress = createProgressLine(session.terminal, () => session.host.now())
    const watch = createStopwatch(session.host, session.signal)
    const recovered = await watch
      .readOnly('read', () => recover(options, session.host, progress.show))
      .finally(progress.clear)
    if (session.flags.verbose === true) session.terminal.err(`Time ${timeWords(watch.timings, true)}\n`)
    const locate = createLocator(session.cwd, options.cwd)
    session.report(recovered.diagnostics.map((diagnostic) => relocateDiagnostic(diagnostic, locate)))
    const hasErrors = hasError(recovered.diagnostics)
    read.push({ name, options, recovered, hasErrors })
  }
  return read
}
