// Knows how paths are written down: with `/` between their parts, whatever the system has there.

import { isAbsolute, relative, sep } from 'node:path'

/** A path with `/` between its parts. Where the system has nothing else there, `\` is a letter of a name and stays. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** The way from a folder to a path, with `/` between its parts; empty for the folder itself. To another drive it is absolute. */
export function wayTo(folder: string, path: string): string {
  return slashes(relative(folder, path))
}

/** A path as it is shown: the way to it from a folder, `.` for the folder itself. */
export function labelOf(folder: string, path: string): string {
  return wayTo(folder, path) || '.'
}

/** Whether a way stays in the folder that it begins in. */
export function staysInside(way: string): boolean {
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way)
}
