// Knows that every class of bad input has a case, and that each case gives what it should through the whole product.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { addFigure, held } from './figures.js'
import { DOOR, door, type InputCase } from './inputs/case.js'
import { inputClasses } from './inputs/classes.js'
import { elsewhere } from './inputs/elsewhere.js'
import { nameCases } from './inputs/names.js'
import { runProduct, saidBy } from './inputs/product.js'
import { tableCases } from './inputs/tables.js'
import { textCases } from './inputs/text.js'
import { typeCases } from './inputs/types.js'
import { optionsWith } from '../support/options.js'
import { recoverPages } from '../support/recovered.js'

const cases: readonly InputCase[] = [...tableCases, ...textCases, ...typeCases, ...nameCases]
const root = join(import.meta.dirname, '../..')
/** Cases that were begun and have not held. */
const open = new Set<string>()

/** The forms in which the same text may lie on disk: what is read, and at which lines, is the same. */
const forms: { readonly [form: string]: (text: string) => string } = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll(/(?<!\r)\n/g, '\r\n'),
  CR: (text) => text.replaceAll(/\r?\n/g, '\r'),
  mixed: (text) => text.split('\n').reduce((all, line, index) => `${all}${oneOf(index, line)}${line}`),
  'byte order mark': (text) => `\uFEFF${text}`,
}

/** An end for the line above; CR alone would be one with an LF below an empty line. */
function oneOf(index: number, line: string): string {
  return ['\n', '\r\n', line === '' ? '\n' : '\r'][index % 3] ?? ''
}

/** Nothing that hides or reorders text, or moves a terminal, stands raw in any output. */
const raw = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff](?<!\n)/u

/** Runs a check that counts as held only if it comes to its end. */
async function holds(name: string, check: () => Promise<void> | void): Promise<void> {
  open.add(name)
  await check()
  open.delete(name)
}

describe.each(inputClasses)('%s', (of) => {
  const own = cases.filter((one) => one.of === of)
  const others = elsewhere.filter((one) => one.of === of)

  it('has a case', () => holds(of, () => expect(own.length + others.length).toBeGreaterThan(0)))

  for (const one of own) {
    it(one.what, () => holds(`${of}: ${one.what}`, () => checkCase(one)))
    it(`${one.what}, in every form of its lines`, () => holds(`${of}: ${one.what} in forms`, () => checkForms(one)))
  }

  for (const { file, title } of others)
    it(`is answered for by ${file}: ${title}`, () =>
      holds(`${of}: ${file}`, () => {
        const path = join(root, file)
        expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toContain(title)
      }))
})

test('all classes are covered', (context) => {
  const good = inputClasses.filter((of) => ![...open].some((name) => name.startsWith(of)))
  addFigure(context, held('input classes', 'covered', { good: good.length, all: inputClasses.length }))
  expect([...open]).toEqual([])
  expect(new Set([...cases, ...elsewhere].map(({ of }) => of)).size).toBe(44)
})

async function checkCase(one: InputCase): Promise<void> {
  const { told, model, written, diagnostics } = await runProduct(one)
  expect(told).toEqual(one.told)
  if (one.model === 'as clean') expect(saidBy(model)).toBe(saidBy((await recoverPages({ [DOOR]: door })).model))
  else if (one.model !== undefined) expect(one.model(model)).toEqual(one.gives)
  expect([...written.keys()]).toEqual(expect.arrayContaining([...(one.writes ?? [])]))
  expect(written.size === 0).toBe(diagnostics.some(({ severity }) => severity === 'error'))
  for (const [path, text] of written) expect(raw.exec(text)?.[0], path).toBe(undefined)
  for (const { excerpt = '' } of diagnostics) expect(raw.exec(excerpt)?.[0]).toBe(undefined)
}

/** What is read and told, and at which lines, is the same whatever the lines end in. */
async function checkForms({ files, config }: InputCase): Promise<void> {
  const pages = Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (pages.length < Object.keys(files).length || pages.some(([, text]) => /[\r\uFEFF]|^version/.test(text))) return
  const limits = { ...optionsWith().limits, ...config?.limits }
  // The bytes of a form are its own.
  if (pages.some(([, text]) => text.length > limits.bytes)) return
  const outcomes = await Promise.all(
    Object.values(forms).map(async (form) => {
      const formed = Object.fromEntries(pages.map(([path, text]) => [path, form(text)]))
      const { model, diagnostics } = await recoverPages(formed, { sources: ['docs'], options: { limits } })
      const told = diagnostics.map(
        ({ code, message, span }) => `${code} ${span?.file}:${span?.start.line}:${span?.start.column} ${message}`,
      )
      return { told, model: saidBy(model) }
    }),
  )
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
}
