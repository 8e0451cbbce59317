// Knows what the command line must not load before it is needed.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../support/built-cli.js'

const dist = new URL('../../dist/', import.meta.url)
beforeAll(ensureBuilt)

/** The modules that come with one of the built files at once: its static imports, and theirs. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(fileURLToPath(new URL(file, dist)), 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$/gm))
    if (name.startsWith('./')) loadedWith(name.slice(2), seen)
    else seen.add(name)
  return seen
}

it.each(['cli.js', 'index.js'])('%s starts with nothing but itself and Node', (file) => {
  const foreign = [...loadedWith(file)].filter((name) => !name.endsWith('.js') && !name.startsWith('node:'))
  expect(foreign).toEqual([])
})

it('the command line starts without parsers, printers and schemas', () => {
  const text = [...loadedWith('cli.js')]
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(fileURLToPath(new URL(name, dist)), 'utf8'))
    .join('\n')
  expect(text).not.toMatch(
    /\/\/#region node_modules\/(?:zod|unified|remark-parse|micromark|mdast-util-from-markdown)\//,
  )
})
