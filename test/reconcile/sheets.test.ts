// Knows what stands side by side of a model: what each variant's docs say, in their own words.

import { beforeAll, describe, expect, test } from 'vitest'
import type { Sheet } from '../../src/reconcile/sheets.js'
import { fixturePages, recoverPages } from '../support/recovered.js'

let sheets: ReadonlyMap<string, Sheet>
beforeAll(async () => {
  const recovered = await recoverPages(fixturePages('quickstart/docs'))
  sheets = new Map(recovered.sheets().map((sheet) => [sheet.model, sheet]))
})

/** The texts of a row by variant, with the line that they stand on. */
function rowOf(model: string, name: string): { readonly [variant: string]: readonly (string | number | undefined)[] } {
  const row = sheets.get(model)?.rows.find((one) => one.name === name)
  return Object.fromEntries(
    (row?.cells ?? []).map(({ variant, span, ...words }) => [
      variant,
      [words.name, words.type, words.required, span.start.line],
    ]),
  )
}

describe('the sheet of', () => {
  test('an object: a cell for each variant that has the row, as written', () => {
    const { php, ...others } = rowOf('shared/parcel', 'weight_grams')
    expect(php).toBeUndefined()
    expect(Object.keys(others)).toEqual(['csharp', 'go', 'java', 'python', 'ruby', 'typescript'])
    expect(others['go']).toEqual(['WeightGrams', '`*int64`', ':heavy_minus_sign:', 14])
    expect(others['python']).toEqual(['weight_grams', '*Optional[int]*', ':heavy_minus_sign:', 14])
  })

  test('a deprecated field: its name with the strike', () => {
    const { go, typescript } = rowOf('shared/courier', 'depot_id')
    expect([go?.[0], typescript?.[0]]).toEqual(['~~`DepotID`~~', 'depotId'])
  })

  test('an enumeration: the member and its value, or the value alone', () => {
    const { java, typescript, go } = rowOf('shared/parcel-status', 'expired')
    expect([java?.[0], typescript?.[0], go]).toEqual(['EXPIRED = expired', 'expired', undefined])
  })

  test('a union: the words of whoever lists the member, on a page or in a cell', () => {
    const { java, ...others } = rowOf('shared/parcel-event', 'shared/collected-event')
    expect(java).toBeUndefined()
    expect(others['typescript']?.[0]).toBe('shared.CollectedEvent')
    expect(others['ruby']?.[0]).toContain('CollectedEvent')
  })

  test('every model: the pages of those who have one', () => {
    const pages = sheets.get('shared/site-summary')?.pages.map(({ variant, name, span }) => [variant, name, span.file])
    expect(pages).toHaveLength(6)
    expect(pages).toContainEqual(['go', 'SiteSummary', 'go/pkg/models/shared/sitesummary.md'])
    expect(sheets.size).toBe(20)
  })
})

test('a renamed value stands under the name of the others, in its own words', async () => {
  const pages = fixturePages('quickstart/docs')
  const path = 'php/Models/Shared/ParcelStatus.md'
  const recovered = await recoverPages({ ...pages, [path]: pages[path]?.replace('collected', 'colected') ?? '' })
  const sheet = recovered.sheets().find(({ model }) => model === 'shared/parcel-status')
  const row = sheet?.rows.find(({ name }) => name === 'collected')
  expect(row?.cells.filter(({ name }) => name?.includes('colected')).map(({ variant }) => variant)).toEqual(['php'])
})
