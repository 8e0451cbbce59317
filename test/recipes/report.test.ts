// Knows that the HTML report works in a real browser, opened from disk, and that its figures are those of the JSON document.

import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { callCli, ensureBuilt } from '../support/built-cli.js'
import { browserPath, faintTexts, openFile, startBrowser, type Opened, type Opening } from './browser.js'

const folder = mkdtempSync(join(tmpdir(), 'codegen-report-'))
const report = join(folder, 'drift.html')
const fixture = join(import.meta.dirname, '../../fixtures/quickstart')

if (browserPath === undefined) {
  if (process.env['CI'] !== undefined) throw new Error('No Chromium was found (CHROMIUM names it).')
  process.stderr.write('The report is not looked at: no Chromium was found (CHROMIUM names it).\n')
}

let browser: Browser
let json: {
  readonly variants: readonly {
    readonly variant: string
    readonly counts: { readonly total: number; readonly bySeverity: { readonly [severity: string]: number } }
    readonly findings: readonly { readonly model: string; readonly rule: string }[]
  }[]
}

beforeAll(async () => {
  ensureBuilt()
  cpSync(fixture, folder, { recursive: true, filter: (path) => !path.endsWith('generated') })
  await callCli(['diff', '--reporter', 'html:drift.html', '--reporter', 'json:drift.json'], { cwd: folder })
  json = JSON.parse(readFileSync(join(folder, 'drift.json'), 'utf8'))
  if (browserPath !== undefined) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

let opened: Opened | undefined
afterEach(async () => {
  const faults = opened?.faults ?? []
  await opened?.page.close()
  opened = undefined
  expect(faults).toEqual([])
})

/** Opens the report; whatever goes wrong in it until the test ends fails the test. */
async function open(opening: Opening & { readonly file?: string } = {}): Promise<Page> {
  opened = await openFile(browser, opening.file ?? report, opening)
  return opened.page
}

const total = (): number => json.variants.reduce((sum, { counts }) => sum + counts.total, 0)
const rowNames = (page: Page): Promise<string[]> => page.locator('#map tbody th.name a').allTextContents()
const numbers = (texts: readonly string[]): number[] => texts.map((text) => Number(/\d[\d,]*/.exec(text)?.[0] ?? 0))
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent.trim().replace(/\\s+/g, " ")')

describe.skipIf(browserPath === undefined)('the report', () => {
  test('shows the figures of the JSON document', async () => {
    const page = await open()
    const models = new Set(json.variants.flatMap(({ findings }) => findings.map(({ model }) => model)))
    const touched = json.variants.filter(({ counts }) => counts.total > 0).length
    expect(await page.textContent('#totals')).toBe(
      `${total()} findings in ${touched} of ${json.variants.length} languages, in ${models.size} of 20 models.`,
    )
    expect(numbers(await page.locator('#map thead .sum').allTextContents())).toEqual(
      json.variants.map(({ counts }) => counts.total),
    )
    const cells = numbers(await page.locator('#map tbody td.cell a').allTextContents())
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(total())
    const severities = ['error', 'warning', 'info'].map((severity) =>
      json.variants.reduce((sum, { counts }) => sum + (counts.bySeverity[severity] ?? 0), 0),
    )
    expect(numbers(await page.locator('#severities label').allTextContents())).toEqual(severities)
    expect(await rowNames(page)).toHaveLength(models.size)
  })

  test('finds models by their names, their fields in any language, and messages', async () => {
    const page = await open()
    for (const [query, wanted] of [
      ['sitesumm', ['SiteSummary']],
      ['trackingCode', ['Parcel']],
      ['worded otherwise', ['Courier']],
    ] as const) {
      await page.fill('#query', query)
      await expect.poll(() => rowNames(page)).toEqual(wanted)
    }
    await page.fill('#query', 'no such thing')
    await page.waitForSelector('#nothing:visible')
    await page.click('#clear')
    await expect.poll(() => rowNames(page)).toHaveLength(6)
  })

  test('filters by severity, rule and language, and says so in its address', async () => {
    const page = await open()
    await page.check('#severities [value=error]', { force: true })
    await expect.poll(() => page.textContent('#shown')).toBe('3 findings in 3 models')
    await page.click('#languages summary')
    await page.check('#languages [value=ruby]')
    await expect.poll(() => page.textContent('#shown')).toBe('2 findings in 2 models')
    expect(await page.locator('#map thead .label').allTextContents()).toEqual(['Ruby'])
    await page.click('#rules summary')
    await page.check('#rules [value=required-conflict]')
    await expect.poll(() => rowNames(page)).toEqual(['Parcel'])
    expect(page.url()).toMatch(/#severity=error&rule=required-conflict&language=ruby$/)
    await page.goBack()
    await expect.poll(() => page.textContent('#shown')).toBe('2 findings in 2 models')
  })

  test('opens a model side by side, the odd cell marked, with places and the patch', async () => {
    const page = await open()
    await page.click('text=Compartment')
    await page.waitForSelector('#model-name:text("Compartment")')
    const odd = page.locator('.sheet > tbody > tr > td.odd')
    expect(await odd.count()).toBe(1)
    expect((await odd.textContent())?.trim()).toMatch(/^number.*str.*type-conflict$/)
    const row = page.locator('.sheet tbody:has(td.odd)')
    expect(await row.locator('.brief.type').allTextContents()).toEqual([
      'long',
      'int64',
      'long',
      'int',
      'str',
      '::Integer',
      'number',
    ])
    const words = row.locator('.words tbody tr')
    expect(await words.count()).toBe(7)
    expect(await words.nth(4).textContent()).toContain('*str*')
    expect(await words.nth(4).locator('td.odd').count()).toBe(1)
    expect(await words.nth(4).textContent()).toMatch(/docs\/python\/models\/shared\/compartment\.md:\d+$/)
    const { stdout } = await callCli(['diff', '--format', 'patch', '--language', 'python'], { cwd: folder })
    const shown = await page.locator('.patch pre span').allTextContents()
    expect(shown.map((line) => line.trimEnd()).join('\n')).toBe(stdout.trimEnd().replace(/ +$/gm, ''))
  })

  test('says which page is missing, and shows the page that the patch adds', async () => {
    const page = await open({ hash: '#model=shared%2Fsite-summary' })
    expect(await page.locator('.sheet > tbody > tr > td.odd').textContent()).toMatch(/^missing.*missing-model$/)
    expect(await page.locator('.patch pre').textContent()).toContain('+# SiteSummary')
    await page.click('#back')
    expect(await page.locator('#map td.missing').textContent()).toMatch(/^∅ 1 finding, warning, no page$/)
  })

  test('leads to a field by its address', async () => {
    const page = await open({ hash: '#model=shared%2Fparcel&field=weight_grams' })
    const button = page.locator('button[aria-expanded=true]')
    expect(await button.textContent()).toMatch(/^weight_grams/)
    expect(await focused(page)).toMatch(/^weight_grams/)
    await page.click('button:has-text("tracking_code")')
    expect(page.url()).toMatch(/#model=shared%2Fparcel&field=tracking_code$/)
    await page.reload()
    expect(await page.locator('button[aria-expanded=true]').textContent()).toMatch(/^tracking_code/)
  })

  test('forgives an address of nothing', async () => {
    const page = await open({ hash: '#model=no&field=no&severity=no&rule=no&language=no&sort=no' })
    expect(await rowNames(page)).toHaveLength(6)
  })

  test('needs no mouse', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('parcel')
    await expect.poll(() => rowNames(page)).toEqual(['Parcel', 'Compartment', 'ParcelStatus'])
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(/^Parcel/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    for (const _ of 'go') await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('▲ 1 finding, warning')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#model-name:text("ParcelStatus")')
    expect(await focused(page)).toMatch(/^expired/)
    await page.keyboard.press('Enter')
    expect(await page.locator('button[aria-expanded=true]').count()).toBe(0)
    await page.keyboard.press('[')
    await page.waitForSelector('#model-name:text-is("Compartment")')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#map:visible')
    await page.keyboard.press('Home')
    expect(await focused(page)).toMatch(/^Compartment/)
    await page.keyboard.press('Control+Home')
    expect(await focused(page)).toMatch(/^Parcel/)
  })

  test.each(['light', 'dark'] as const)('can be read in %s, at any width', async (scheme) => {
    for (const width of [400, 1024, 1600]) {
      for (const hash of ['#all=', '#model=shared%2Fparcel', '#model=shared%2Fcourier', '#q=nothing+at+all']) {
        const page = await open({ hash, width, scheme })
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
        expect(await faintTexts(page), `${hash} ${width}`).toEqual([])
        const picture = join(folder, 'shot.png')
        await page.screenshot({ path: picture })
        expect(statSync(picture).size).toBeGreaterThan(5000)
        await page.close()
      }
    }
  })

  test('follows the system into the dark, until somebody chooses', async () => {
    const page = await open({ scheme: 'dark' })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    expect(await ground()).toBe('rgb(21, 24, 29)')
    await page.click('#theme')
    expect(await ground()).toBe('rgb(255, 255, 255)')
    expect(await page.textContent('#theme')).toBe('Dark colours')
  })

  test('makes no element of what the docs say, and would load none', async () => {
    const nasty = '</script><img src=x onerror="document.title=1"><b>bold</b>'
    const file = join(folder, 'docs/java/models/shared/Courier.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('Name of the courier company.', nasty))
    await callCli(['diff', '--reporter', 'html:hostile.html'], { cwd: folder })
    writeFileSync(file, text)
    const page = await open({ file: join(folder, 'hostile.html'), hash: '#model=shared%2Fcourier&field=name' })
    expect(await page.locator('.words td.odd').textContent()).toContain(nasty)
    expect(await page.locator('img, b').count()).toBe(0)
    expect(await page.title()).toBe('Courier – Docs drift')
    const refused = await page.evaluate(`new Promise((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective))
      document.body.append(Object.assign(new Image(), { src: 'data:image/png;base64,' }))
    })`)
    expect(refused).toBe('img-src')
    expect(opened?.faults).toHaveLength(1)
    opened = { page, faults: [] }
  })

  test('is fast with 4,000 models in 7 languages', async () => {
    const big = join(folder, 'big.html')
    writeFileSync(big, multiplied(readFileSync(report, 'utf8'), 200))
    const start = performance.now()
    const page = await open({ file: big, hash: '#all=' })
    expect(performance.now() - start).toBeLessThan(3000)
    expect(await page.locator('#map tbody tr').count()).toBeLessThan(80)
    expect(await page.getAttribute('#map', 'aria-rowcount')).toBe('4001')
    const heights = await page.evaluate(
      `[...new Set([...document.querySelectorAll('#map tr[data-row]')].map((row) => row.offsetHeight))]`,
    )
    expect(heights).toEqual([36])
    const took: number = await page.evaluate(`(() => {
      const start = performance.now()
      document.getElementById('query').value = 'parcel'
      go({ query: 'parcel' }, true)
      show()
      return performance.now() - start
    })()`)
    expect(took).toBeLessThan(500)
    await page.locator('#map [data-row="0"] [data-column="0"]').focus()
    await page.keyboard.press('Control+End')
    expect(Number(await page.evaluate('document.activeElement.closest("tr").dataset.row'))).toBeGreaterThan(500)
    expect(await page.locator('#map tbody tr').count()).toBeLessThan(80)
  })
})

/** The report with its models so many times, under other ids. */
function multiplied(html: string, times: number): string {
  return html.replace(/(id="data">)(.*?)(<\/script>)/s, (_, head: string, text: string, tail: string) => {
    const data: { models: { id: string; name: string }[] } = JSON.parse(text)
    const copies = Array.from({ length: times }, (_, index) =>
      data.models.map((model) => ({ ...model, id: `${model.id}-${index}`, name: model.name.repeat((index % 9) + 1) })),
    )
    return head + JSON.stringify({ ...data, models: copies.flat() }).replaceAll('<', '\\u003c') + tail
  })
}
