// Knows what a run over a few changed pages begins with, and what of it a process that runs again and again remembers.

import { join } from 'node:path'
import type { IrFile } from '../emit/ir/ir-file.js'
import { irPath } from '../emit/ir/ir-path.js'
import type { Host } from './host.js'
import { readKept } from './kept-file.js'
import type { Kept } from './kept-outcome.js'
import type { KeptWhole } from './kept-whole.js'
import type { WholeIndex } from './whole-index.js'

/** What a process remembers of its last run. */
export interface CacheMemory {
  kept?: Kept
  /** The file of the model as the run left it; absent where it was not looked at. */
  ir?: IrFile
  whole?: { readonly hash: string; readonly index: WholeIndex }
}

/** Makes place for a new run: what is remembered is the last one or nothing. Gives the file of the model. */
export function forgetRun(memory: CacheMemory | undefined): IrFile | undefined {
  const ir = memory?.ir
  delete memory?.kept
  delete memory?.ir
  return ir
}

/** The whole with some hash, as it is remembered or kept at a path. */
export async function wholeOf(
  hash: string,
  { path, memory, host }: { readonly path: string; readonly memory: CacheMemory | undefined; readonly host: Host },
): Promise<WholeIndex | undefined> {
  if (memory?.whole?.hash === hash) return memory.whole.index
  const file = await readKept(path, host)
  const value = file?.hash === hash ? file.value('whole') : undefined
  if (!isWhole(value)) return undefined
  const { indexWhole } = await import('./whole-index.js')
  const index = indexWhole(value)
  if (memory !== undefined) memory.whole = { hash, index }
  return index
}

/** The file of the model in an output folder; undefined where it is gone. */
export async function irOf(out: string, host: Host): Promise<IrFile | undefined> {
  const bytes = await host.read(join(out, irPath)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const { openIr } = await import('../emit/ir/ir-file.js')
  return openIr(bytes)
}

/** The hash vouches for all but its form. */
function isWhole(value: unknown): value is KeptWhole {
  return typeof value === 'object' && value !== null && 'clusters' in value
}
