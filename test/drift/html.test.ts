// Knows that the report page holds all that was found, exactly, and that nothing of it gets out of its place.

import { createHash } from 'node:crypto'
import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import decode from '../../templates/report/decode.js?raw'
import dom from '../../templates/report/dom.js?raw'
import type { PackedFinding, ReportData } from '../../src/drift/html/data.js'
import { renderHtml, type Shown } from '../../src/drift/html/html.js'
import { packPadding } from '../../src/drift/html/padding.js'
import { renderJson } from '../../src/drift/json.js'
import type { Recovered } from '../../src/pipeline/recover.js'
import { fixturePages, recoverPages } from '../support/recovered.js'
import { diagnostics, finding, findings, hostileFinding, modelOf, withParts } from './sample.js'

const model = modelOf('alpha', 'delta')
const bare = { model, diagnostics: [] }

function dataOf(html: string): ReportData {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
}

/** The tags of a page, in their order. */
function tagsOf(html: string): readonly string[] {
  const outside = html.replace(/(<(script|style)\b[^>]*>).*?(<\/\2>)/gs, '$1$3')
  return outside.match(/<[^>]*>/g) ?? []
}

/** What the page's script declares, over some data. */
function scriptOver(data: ReportData): { readonly [name: string]: (...given: readonly unknown[]) => unknown } {
  const document = { getElementById: () => ({ textContent: JSON.stringify(data) }) }
  const context = createContext({ document })
  return runInContext(`${dom}\n${decode}\n;({ rowWords, pageWords, patchLine, plain, visible })`, context)
}

let recovered: Recovered
let shown: Shown
beforeAll(async () => {
  recovered = await recoverPages(fixturePages('quickstart/docs'))
  const { findings } = recovered
  const { variants } = recovered.model
  const pages = { variants, sheets: recovered.sheets(), patches: await recovered.patches(findings) }
  shown = { model: recovered.model, findings, diagnostics: [], ...pages }
})

describe('the page', () => {
  test('runs its own script and style alone, and loads nothing', () => {
    const html = renderHtml({ ...bare, findings })
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    const hashOf = (tag: string): string =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? '')
        .digest('base64')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'sha256-${hashOf('script')}'`)
    expect(policy).toContain(`style-src 'sha256-${hashOf('style')}'`)
    expect(html).toContain('prefers-reduced-motion')
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(html).not.toMatch(/\b(?:src|srcset|action)=|@import|url\(|<(?:link|img|iframe|base)\b|https?:\/\//i)
    expect(html.match(/\bhref="[^"]*"/g)).toEqual(['href="#main"'])
    expect(html.match(/<(?:script|style)\b/g)).toHaveLength(3)
  })

  test('has no text of the docs as markup', () => {
    const nasty = '</script><img src=x onerror=alert(1)><!--<script>\u2028{{data}}$&'
    const texts = { message: nasty, field: nasty, model: nasty, modelName: nasty, expected: nasty }
    const hostile = [hostileFinding, finding({ rule: 'type-conflict', ...texts, fingerprint: 'f9' })]
    const variants = model.variants.map((variant) => ({ ...variant, label: nasty }))
    const html = renderHtml({ model: { ...model, variants }, findings: hostile, diagnostics })
    expect(tagsOf(html)).toEqual(tagsOf(renderHtml({ ...bare, findings: [] })))
    expect(html).not.toContain('<img')
    const data = dataOf(html)
    expect(data.models.flatMap(({ name, rows }) => [name, ...rows.map(([row]) => data.texts[row])])).toEqual(
      hostile.flatMap(({ modelName, field }) => [modelName, field]),
    )
    expect(data.variants[0]?.label).toBe(nasty)
  })

  test('is the same for the same input in any order', () => {
    const html = renderHtml(shown)
    expect(renderHtml({ ...shown, findings: [...shown.findings].reverse() })).toBe(html)
  })

  test('of nothing is a page too', () => {
    expect(dataOf(renderHtml({ ...bare, findings: [] }))).toMatchObject({ models: [], rules: [], accepted: 0 })
  })
})

test('variants that are not asked for stand beside the others, without a column', () => {
  const [go, ruby] = ['go', 'ruby'].map((id) => recovered.model.variants.filter((variant) => variant.id === id)).flat()
  if (go === undefined || ruby === undefined) throw new Error('the fixture has both')
  const data = dataOf(renderHtml({ ...shown, findings: [], model: { ...recovered.model, variants: [ruby, go] } }))
  expect(data.variants.map(({ label, isShown }) => [label, isShown])).toEqual([
    ['Go', true],
    ['Ruby', true],
    ...['C#', 'Java', 'PHP', 'Python', 'TypeScript'].map((label) => [label, false]),
  ])
})

describe('the figures', () => {
  test('are those of the JSON document', () => {
    const data = dataOf(renderHtml({ ...shown, known: { accepted: 4, ignored: 2 } }))
    const json = JSON.parse(renderJson(recovered.model, shown.findings, { accepted: 4, ignored: 2 }))
    const all = data.models.flatMap((one) => one.findings)
    const count = (of: (one: PackedFinding) => boolean): number => all.filter(of).length
    expect({ accepted: data.accepted, ignored: data.ignored }).toEqual({
      accepted: json.accepted,
      ignored: json.ignored,
    })
    for (const [index, { id }] of data.variants.entries()) {
      const { counts } = json.variants.find(({ variant }: { variant: string }) => variant === id)
      const own = (test: (one: PackedFinding) => boolean) => count((one) => one.variant === index && test(one))
      expect(own(() => true)).toBe(counts.total)
      for (const severity of ['error', 'warning', 'info'])
        expect(own((one) => one.severity === severity)).toBe(counts.bySeverity[severity])
      for (const { id: rule } of data.rules) expect(own((one) => one.rule === rule)).toBe(counts.byRule[rule] ?? 0)
    }
    expect(all.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      shown.findings.map(({ fingerprint }) => fingerprint).sort(),
    )
    expect(data.models).toHaveLength(recovered.model.models.length)
  })

  test('of parts count with their finding, and their models have no page', () => {
    const data = dataOf(renderHtml({ ...bare, findings: [withParts(2)] }))
    expect(data.models.map(({ id, findings, missing }) => [id, findings.length, missing])).toEqual([
      ['shared/locker', 1, undefined],
      ['shared/part-1', 0, [1]],
      ['shared/part-2', 0, [1]],
    ])
    expect(data.models[0]?.findings[0]?.parts).toEqual([1, 2])
  })
})

describe('the script of the page', () => {
  test('reads every word and place back', () => {
    const data = dataOf(renderHtml(shown))
    const { rowWords, pageWords } = scriptOver(data)
    const ids = data.variants.map(({ id }) => id)
    const textsOf = ({ place, ...words }: { place: string }) => ({ ...words, place })
    const wanted = (cells: NonNullable<Shown['sheets']>[number]['pages']) =>
      ids.map((id) => {
        const cell = cells.find(({ variant }) => variant === id)
        if (cell === undefined) return undefined
        const { variant: _, span, ...words } = cell
        return { ...words, place: `${span.file}:${span.start.line}` }
      })
    for (const sheet of shown.sheets ?? []) {
      const packed = data.models.find(({ id }) => id === sheet.model)
      const rows = JSON.parse(JSON.stringify({ page: pageWords?.(packed), rows: rowWords?.(packed) }), (_, value) =>
        value === null ? undefined : value,
      )
      expect(rows.page.cells.map((cell: { place: string }) => cell && textsOf(cell))).toEqual(wanted(sheet.pages))
      expect(rows.rows).toEqual(sheet.rows.map(({ name, cells }) => ({ name, cells: wanted(cells) })))
    }
  })

  test('reads patches back, each line as git takes it', () => {
    const data = dataOf(renderHtml(shown))
    const { patchLine } = scriptOver(data)
    const told = data.models.flatMap(({ patches }) =>
      patches.map(([, , lines]) => (lines === 0 ? '' : `${lines.map((line) => patchLine?.(line)).join('\n')}\n`)),
    )
    expect(told.sort()).toEqual((shown.patches ?? []).map(({ text }) => text).sort())
    expect(told.length).toBe(8)
  })

  test('undoes the packing of any line', () => {
    const unit = fc.constantFrom(' ', '-', '|', 'a', '    ', '-----', '\ue004', '\uf8ff')
    const padded = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''))
    const long = fc.integer({ min: 2040, max: 4200 }).map((length) => `|${' '.repeat(length)}|`)
    fc.assert(
      fc.property(fc.oneof(padded, fc.string(), long), (line) => {
        const data = { ...dataOf(renderHtml({ ...bare, findings: [] })), texts: [packPadding(line)] }
        expect(scriptOver(data)['patchLine']?.(0)).toBe(line)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['[Optional\\[List\\[shared.Item\\]\\]](../../models/shared/item.md)', 'Optional[List[shared.Item]]'],
    ['[List[Optional[X]]](../x.md) [] ](', 'List[Optional[X]] [] ]('],
    ['Optional[[shared.Item](../item.md)]', 'Optional[shared.Item]'],
    ['`*int64`', '*int64'],
    ['*Optional\\<Long\\>*', 'Optional<Long>'],
    ['Record<string, *number*>', 'Record<string, number>'],
    ['~~`DepotID`~~', 'DepotID'],
    ['*?\\DateTime*', '?\\DateTime'],
  ])('shows the cell %s as %s', (cell, wanted) => {
    expect(scriptOver(dataOf(renderHtml({ ...bare, findings: [] })))['plain']?.(cell)).toBe(wanted)
  })

  test('shows what cannot be seen', () => {
    const { visible } = scriptOver(dataOf(renderHtml({ ...bare, findings: [] })))
    expect(visible?.('a\u202eb\u0000c\nd\ud800')).toBe('a\\u{202e}b\\u{0}c d\\u{d800}')
  })
})
