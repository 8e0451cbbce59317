// Knows how the patches of pages are laid into the data of the report page, and which are left out for their size.

import { sortBy } from '../../text/compare.js'
import { groupBy } from '../groups.js'
import type { PagePatch } from '../patch/fix.js'
import type { PackedModel } from './data.js'
import { packPadding } from './padding.js'
import type { Table } from './table.js'

/** How many characters of patches a page holds. */
const ROOM = 4_000_000

/** About how many characters a line takes beside its text. */
const REFERENCE = 7

/** What packing patches depends on; `modelOf` gives the model of a finding by fingerprint. */
export interface PatchPacking {
  readonly texts: Table<string>
  readonly variants: ReadonlyMap<string, number>
  readonly modelOf: ReadonlyMap<string, string>
}

type Packed = PackedModel['patches'][number]

/** The patches by model. Those of pages that are there come first; where no room is left, lines are left out. */
export function packPatches(patches: readonly PagePatch[], packing: PatchPacking): ReadonlyMap<string, Packed[]> {
  const { texts, variants, modelOf } = packing
  let room = ROOM
  const found = sortBy(patches, ({ text, file }) => [isNew(text) ? 1 : 0, file]).flatMap((patch) => {
    const model = patch.mends.flatMap((fingerprint) => modelOf.get(fingerprint) ?? [])[0]
    if (model === undefined || patch.text === '') return []
    const lines = patch.text.replace(/\n$/, '').split('\n').map(packPadding)
    const size = lines.reduce((sum, line) => sum + line.length + REFERENCE, 0)
    const fits = size <= room
    if (fits) room -= size
    const packed: Packed = [
      variants.get(patch.variant) ?? -1,
      texts.idOf(patch.file),
      fits ? lines.map((line) => texts.idOf(line)) : 0,
    ]
    return [{ model, packed }]
  })
  const byModel = groupBy(found, ({ model }) => model)
  return new Map(
    [...byModel].map(([model, own]) => [
      model,
      sortBy(
        own.map(({ packed }) => packed),
        ([variant]) => [variant],
      ),
    ]),
  )
}

function isNew(text: string): boolean {
  return text.includes('\n--- /dev/null\n')
}
