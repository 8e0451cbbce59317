// Knows that the plugin generates before a build and after changes, in each of the bundlers.

import { cpSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bundlers, type Built } from './bundlers.js'

const quickstart = join(import.meta.dirname, '../../fixtures/quickstart/docs')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-plugin-'))
  for (const language of ['python', 'ruby'])
    cpSync(join(quickstart, language), join(folder, 'docs', language), { recursive: true })
  await writeFile(join(folder, 'main.js'), "export { isAddress } from './generated/validators.js'\n")
  await configure({})
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function configure(options: object): Promise<void> {
  const config = { sources: ['docs'], layout: 'single-file', failOn: 'never', ...options }
  return writeFile(join(folder, 'codegen.config.json'), JSON.stringify(config))
}

const generated = (path: string): Promise<string> => readFile(join(folder, 'generated', path), 'utf8')
const address = (): string => join(folder, 'docs/python/models/shared/address.md')

describe.each(bundlers)('$name', ({ build, watch }) => {
  it('builds with what is generated, which was not there before', async () => {
    expect(await build(folder)).toEqual({ errors: '', warnings: '' })
    const { isAddress } = await import(pathToFileURL(join(folder, 'dist/main.mjs')).href)
    expect(isAddress({})).toBe(false)
  })

  it('writes nothing where nothing has changed', async () => {
    const times = async (): Promise<number[]> => {
      const names = (await readdir(join(folder, 'generated'), { recursive: true })).sort()
      return Promise.all(names.map(async (name) => (await stat(join(folder, 'generated', name))).mtimeMs))
    }
    await build(folder)
    const before = await times()
    expect(await build(folder)).toEqual({ errors: '', warnings: '' })
    expect(await times()).toEqual(before)
  })

  it('fails with the words of the command line', async () => {
    await writeFile(address(), 'a\0b')
    const { errors } = await build(folder)
    expect(errors).toContain('docs/python/models/shared/address.md:1:1  CG101')
    expect(errors).toContain('Fix:')
    await writeFile(join(folder, 'codegen.config.json'), '{ "source": [] }')
    expect((await build(folder)).errors).toContain('did you mean')
  })

  it('warns of findings as failOn says', async () => {
    await configure({ failOn: 'error' })
    const { errors, warnings } = await build(folder)
    expect(errors).toBe('')
    expect(warnings.match(/\d+ findings? in \d+ of/g)).toHaveLength(1)
    expect(warnings).toMatch(/docs\/ruby\/models\/shared\/\w+\.md:\d+:\d+ {2}\w+-conflict/)
  })

  it('generates again when a document changes, appears or is mended, and when the configuration changes', async () => {
    const seen: Built[] = []
    const close = await watch(folder, (built) => seen.push(built))
    const until = async (check: () => unknown): Promise<void> => {
      await vi.waitFor(check, { timeout: 40_000, interval: 50 })
    }
    try {
      await until(async () => expect(await generated('models.ts')).toContain('interface Address'))
      await until(() => expect(seen).not.toEqual([]))
      const text = await readFile(address(), 'utf8')
      await writeFile(address(), text.replace(/^# Address\n\n.*/m, '# Address\n\nWhere somebody lives.'))
      await until(async () => expect(await generated('models.ts')).toContain('Where somebody lives.'))
      await writeFile(join(folder, 'docs/python/models/shared/kite.md'), text.replaceAll('Address', 'Kite'))
      await until(async () => expect(await generated('models.ts')).toContain('interface Kite'))
      await writeFile(address(), 'a\0b')
      await until(() => expect(seen.some(({ errors }) => errors.includes('CG101'))).toBe(true))
      await writeFile(address(), `${text}\n`)
      await until(async () => expect(await generated('models.ts')).not.toContain('Where somebody lives.'))
      await configure({ header: 'Other.' })
      await until(async () => expect(await generated('models.ts')).toMatch(/^\/\/ Other\./))
    } finally {
      await close()
    }
  })
})
