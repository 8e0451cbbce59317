// Knows the command `completions`: the script with which a shell completes commands, flags and their values.

import { completionScripts } from '../../config/completion-scripts.js'
import { withSession, type CliContext } from '../context.js'
import { printJson } from '../print-json.js'
import { exitCodes } from '../exit-code.js'
import type { CommonFlags } from '../flags.js'

/** The shells, as the command takes them. */
export type Shell = keyof typeof completionScripts

/** Prints the script of a shell. */
export function completionsCommand(this: CliContext, flags: CommonFlags, shell: Shell): Promise<void> {
  return withSession(this, flags, async ({ terminal }) => {
    const script = completionScripts[shell]
    terminal.document(flags.json === true ? printJson({ shell, script }) : script)
    return exitCodes.ok
  })
}
