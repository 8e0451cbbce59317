// Knows how a page is opened in a real browser, and what may go wrong in it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of the machine; undefined where there is none. */
export const browserPath = [process.env['CHROMIUM'] ?? '', ...places].find((path) => path !== '' && existsSync(path))

/** Starts the browser without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
}

/** A page opened from disk, and everything that went wrong in it: messages, errors, refused and foreign requests. */
export interface Opened {
  readonly page: Page
  readonly faults: readonly string[]
}

/** How a page is opened. */
export interface Opening {
  readonly hash?: string
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
}

/** Opens a file as a person would who clicks on it. */
export async function openFile(browser: Browser, file: string, opening: Opening = {}): Promise<Opened> {
  const { hash = '', width = 1024, scheme = 'light' } = opening
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' })
  const faults: string[] = []
  const address = pathToFileURL(file).href
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`request: ${request.url()}`)
  })
  await page.goto(`${address}${hash}`)
  await page.waitForSelector('#totals:not(:empty)')
  return { page, faults }
}

const contrast = readFileSync(join(import.meta.dirname, 'contrast.js'), 'utf8')

/** The texts on the page whose contrast with what is behind them is below 4.5, each with its ratio. */
export async function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(contrast)
}
