// Knows what `run --watch` does: runs again after a change, tells it in one line, and goes on whatever happens.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../../src/cli/context.js'
import { watchRuns } from '../../src/cli/watch.js'
import type { Config } from '../../src/config/config.js'
import { resolveOptions } from '../../src/config/resolve.js'
import { run } from '../../src/pipeline/run.js'
import { ensureBuilt, startCli, type RunningCli } from '../support/built-cli.js'
import { memoryHost, type MemoryHost } from '../support/memory-host.js'

const row = (type: string): string => `| \`name\` | ${type} | :heavy_check_mark: | Its name. |`
const page = (name: string, type: string): string =>
  `# ${name}\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| ----- | ----- | ----- | ----- |\n${row(type)}`

const docs = {
  '/w/docs/one/models/pet.md': page('Pet', '*str*'),
  '/w/docs/two/models/pet.md': page('Pet', '*::String*'),
  '/w/codegen.config.json': '{}',
}

/** What a step does to the files before the next look; a text is what the hint names. */
type Step = (host: MemoryHost) => string | void

interface Watched {
  readonly host: MemoryHost
  readonly lines: readonly string[]
  /** The folders that hints were asked of last. */
  readonly folders: readonly string[]
  /** How often what was written came to rest. */
  readonly rests: number
}

/** Watches while the steps are taken one by one; then it is interrupted. */
async function watched(
  steps: readonly Step[],
  configs: readonly (Config | undefined)[] = [{}],
  flags: Session['flags'] = {},
): Promise<Watched> {
  const host = memoryHost({ files: docs })
  const interruption = new AbortController()
  let text = ''
  const style = (_: unknown, plain: string): string => plain
  const terminal: Session['terminal'] = {
    out: () => {},
    document: () => {},
    err: (more) => void (text += more),
    outStyle: style,
    errStyle: style,
    outLayout: { kind: 'unified', columns: 80, colored: false, widthOf: (shown) => shown.length },
    animated: false,
    interactive: false,
  }
  const session: Session = {
    terminal,
    host,
    cwd: '/w',
    owned: [],
    signal: interruption.signal,
    flags,
    report: (found) => terminal.err(found.map(({ code, message }) => `${code} ${message}\n`).join('')),
    refuse: () => 2,
    loadProjects: async () => undefined,
    loadOptions: async () => undefined,
  }
  let folders: readonly string[] = []
  const waiting = [...steps]
  let loaded = 0
  let rests = 0
  const watching = watchRuns(session, {
    hints: {
      watch: (asked) => void (folders = [...asked]),
      next: async (patience) => {
        // While it waits for calm nothing more happens.
        if (patience < 1_000) return []
        const step = waiting.shift()
        if (step === undefined) return (interruption.abort(new Error('interrupted')), [])
        const hint = step(host)
        return hint === undefined ? [] : [hint]
      },
      close: () => void (folders = []),
    },
    load: async () => {
      const config = configs[Math.min(loaded++, configs.length - 1)]
      if (config === undefined) return undefined
      return resolveOptions({ cwd: '/w', base: '/w', folders: ['docs/one', 'docs/two'], flags: {}, config })
    },
    configPath: async () => '/w/codegen.config.json',
    run: (options) => run(options, host, { mode: 'write', patience: 0 }),
    rest: async () => void (rests += 1),
  })
  await expect(watching).rejects.toThrow('interrupted')
  expect(folders, 'hints are closed').toEqual([])
  return { host, lines: text.split('\n').filter((line) => line !== ''), folders, rests }
}

const changePet =
  (type: string): Step =>
  (host) =>
    host.put('/w/docs/one/models/pet.md', page('Pet', type))
const FIRST = ['Watching 2 files of 2 sources; Ctrl-C ends.', 'first run: 12 files written, 0 findings, 0 ms']

describe('a round', () => {
  it('tells a change in one line: what, files, findings, duration', async () => {
    const { lines } = await watched([changePet('*int*'), changePet('*str*')])
    expect(lines).toEqual([
      ...FIRST,
      'docs/one/models/pet.md changed: 6 files written, 1 finding (1 new, 0 gone), 0 ms',
      'docs/one/models/pet.md changed: 6 files written, 0 findings (0 new, 1 gone), 0 ms',
    ])
  })

  it('lets what a run wrote come to rest once, where nothing else happens', async () => {
    expect((await watched([changePet('*int*'), () => undefined, () => undefined])).rests).toBe(2)
  })

  it('tells how long each stage took where that is asked for', async () => {
    const { lines } = await watched([], [{}], { verbose: true })
    expect(lines).toEqual([FIRST[0], `${FIRST[1]} (read 0 ms, judge 0 ms, emit 0 ms, write 0 ms)`])
  })

  it('looks at no more than what a hint names, as long as it names files that are known', async () => {
    const path = '/w/docs/one/models/pet.md'
    const hinted: Step = (host) => {
      changePet('*int*')(host)
      // Not named, so not looked at before the next round.
      host.put('/w/docs/two/models/owner.md', page('Owner', '*::String*'))
      return path
    }
    const { lines } = await watched([hinted, () => {}])
    expect(lines.slice(2).map((line) => line.split(':')[0])).toEqual([
      'docs/one/models/pet.md changed',
      'docs/two/models/owner.md new',
    ])
  })

  it('says nothing where nothing has changed, or only the stamp', async () => {
    const { lines } = await watched([() => {}, (host) => host.put('/w/docs/one/models/pet.md', page('Pet', '*str*'))])
    expect(lines).toEqual(FIRST)
  })

  it('tells many changes in one line', async () => {
    const remove: Step = (host) =>
      void [...host.files.keys()]
        .filter((path) => path.startsWith('/w/docs/one'))
        .forEach((path) => host.files.delete(path))
    const restore: Step = (host) => {
      host.put('/w/docs/one/models/pet.md', page('Pet', '*str*'))
      host.put('/w/docs/one/models/toy.md', page('Toy', '*str*'))
    }
    const { lines } = await watched([remove, restore])
    expect(lines.slice(2)).toEqual([
      'CG105 cannot be read: no such file or folder',
      'docs/one/models/pet.md gone: nothing written because of 1 error, 0 findings, 0 ms',
      'docs/one/models/pet.md new and 1 other: 8 files written, 1 finding (1 new, 0 gone), 0 ms',
    ])
  })
})

describe('what is wrong', () => {
  it('is told once, and again when it comes back', async () => {
    const break_ = changePet('*Strange<*')
    const { lines } = await watched([
      break_,
      (host) => host.put('/w/docs/two/models/pet.md', page('Pet', '*Odd<*')),
      changePet('*str*'),
    ])
    const faults = lines.filter((line) => line.startsWith('CG30'))
    expect(faults.length).toBe(new Set(faults).size)
    expect(lines.at(-1)).toMatch(/^docs\/one\/models\/pet\.md changed: /)
  })

  it('in the configuration stops nothing but runs, until it is mended', async () => {
    const edit =
      (text: string): Step =>
      (host) =>
        host.put('/w/codegen.config.json', text)
    const { lines } = await watched([edit('{'), changePet('*int*'), edit('{ }')], [{}, undefined, {}])
    expect(lines.slice(2)).toEqual([
      'codegen.config.json changed, configuration read anew: 6 files written, 1 finding (1 new, 0 gone), 0 ms',
    ])
  })
})

const quickstart = fileURLToPath(new URL('../../fixtures/quickstart/docs', import.meta.url))

describe('a process that watches', () => {
  beforeAll(ensureBuilt)

  it('sees edits, a folder that is deleted and made again at once, and a new configuration; ends with 130', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'codegen-watch-'))
    const docs = join(cwd, 'docs')
    const ir = (): string => readFileSync(join(cwd, 'generated', 'ir.json'), 'utf8')
    const configure = (validators: string): void =>
      writeFileSync(
        join(cwd, 'codegen.config.mjs'),
        `export default { sources: [{ path: 'docs' }], validators: [${validators}] }`,
      )
    let cli: RunningCli | undefined
    try {
      cpSync(quickstart, docs, { recursive: true })
      configure('')
      cli = startCli(['run', '--watch'], { cwd })
      await cli.until(/^first run: .*\n/m)
      const page = join(docs, 'python', 'models', 'shared', 'address.md')
      const original = readFileSync(page, 'utf8')
      writeFileSync(page, original.replace('## Fields', 'Where a parcel goes to.\n\n## Fields'))
      await cli.until(/address\.md changed: .*\n/)
      expect(ir()).toContain('Where a parcel goes to.')
      rmSync(docs, { recursive: true })
      cpSync(quickstart, docs, { recursive: true })
      await cli.until(/ms\n|s\n/)
      writeFileSync(page, original.replace('## Fields', 'Where letters go to.\n\n## Fields'))
      await expect.poll(ir, { timeout: 15_000 }).toContain('Where letters go to.')
      configure("'zod'")
      await cli.until(/codegen\.config\.mjs changed, configuration read anew: .*\n/)
      expect(readFileSync(join(cwd, 'generated', 'zod', 'index.ts'), 'utf8')).toContain('export')
      const { code, stdout, stderr } = await cli.interrupt()
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
      expect(stderr).not.toMatch(/^\s+at |Warning/m)
    } finally {
      cli?.end()
      rmSync(cwd, { recursive: true, force: true })
    }
  })
})
