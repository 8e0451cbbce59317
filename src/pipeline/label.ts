// Knows how paths are shown.

import { posix, relative, sep } from 'node:path'

/** A path as it is shown: relative to the working folder, with `/` between its parts. */
export function labelOf(cwd: string, path: string): string {
  const shown = relative(cwd, path)
  return shown === '' ? '.' : sep === '/' ? shown : shown.split(sep).join(posix.sep)
}
