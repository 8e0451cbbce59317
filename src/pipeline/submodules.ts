// Knows when a place without documents lies in a submodule of git that was not fetched.

import { dirname, join } from 'node:path'
import { staysInside, wayTo } from '../text/paths.js'
import type { Host } from './host.js'

/**
 * The folder of the submodule that a path is or lies in, absolute, where nothing of it was fetched; undefined where it lies in none.
 * To be asked only of a path where nothing is. Never rejects.
 */
export async function unfetchedSubmodule(path: string, host: Pick<Host, 'read' | 'list'>): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const text = await host.read(join(folder, '.gitmodules')).catch(() => new Uint8Array())
    for (const own of modulesIn(new TextDecoder().decode(text))) {
      const module = join(folder, own)
      if (!staysInside(wayTo(module, path))) continue
      const files = await host.list(module).catch(() => [])
      return files.length === 0 ? module : undefined
    }
    if (dirname(folder) === folder) return undefined
  }
}

/** The folders that a `.gitmodules` names. */
function modulesIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [key = '', ...value] = line.split('=')
    return key.trim() === 'path'
      ? [
          value
            .join('=')
            .trim()
            .replace(/^"(.*)"$/, '$1'),
        ]
      : []
  })
}
