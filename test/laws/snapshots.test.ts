// Knows that a run over snapshots gives byte for byte what a run over the folders gives.

import { describe, expect, it } from 'vitest'
import type { SourceOption } from '../../src/config/options.js'
import { packSnapshot, printSnapshot } from '../../src/pipeline/snapshot.js'
import { recover } from '../../src/pipeline/recover.js'
import { run } from '../../src/pipeline/run.js'
import { takeSnapshot } from '../../src/pipeline/take-snapshot.js'
import { memoryHost } from '../support/memory-host.js'
import { optionsWith } from '../support/options.js'
import { fixturePages, type Pages } from '../support/recovered.js'

type Files = { readonly [path: string]: string | Uint8Array }

const lock =
  'management:\n  docChecksum: 4f2c\n  generationVersion: 2.700.0\nexamples:\n  a:\n    b: {"site_code": 1}\n'

function at(folder: string, pages: Pages): Pages {
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [`/w/${folder}${path}`, text]))
}

const cases: readonly { readonly what: string; readonly files: Pages; readonly sources: readonly string[] }[] = [
  {
    what: 'seven languages',
    files: at('docs/', fixturePages('quickstart/docs')),
    sources: ['csharp', 'go', 'java', 'php', 'python', 'ruby', 'typescript'].map((id) => `docs/${id}`),
  },
  {
    what: 'docs with a lock file beside them, and with one inside',
    files: {
      ...at('python/docs/', fixturePages('quickstart/docs/python')),
      ...at('ruby/docs/', fixturePages('quickstart/docs/ruby')),
      '/w/python/.speakeasy/gen.lock': lock,
      '/w/ruby/.speakeasy/gen.lock': lock.replace('4f2c', '77aa'),
      '/w/.speakeasy/gen.lock': lock.replace('4f2c', 'dead'),
    },
    sources: ['python/docs', 'ruby'],
  },
  { what: 'a byte order mark', files: at('bom/', fixturePages('bom/docs')), sources: ['bom'] },
  { what: 'carriage returns', files: at('crlf/', fixturePages('crlf/docs')), sources: ['crlf'] },
  {
    what: 'pages that say little',
    files: at('', fixturePages('nullable-matrix/docs')),
    sources: ['java', 'go', 'python'],
  },
  { what: 'the working folder', files: at('', fixturePages('seeds')), sources: ['.'] },
]

/** Everything that a run over the sources writes, and the patch of the docs. */
async function outputs(files: Files, sources: readonly SourceOption[]): Promise<Pages> {
  const options = optionsWith({ sources, out: '/out', baseline: '/out.json' })
  const host = memoryHost({ files })
  const report = await run(options, host, { mode: 'write', patience: 0 })
  const { patch, findings } = await recover(options, host)
  const written = [...host.files.keys()].filter((path) => path.startsWith('/out/')).sort()
  return {
    ...Object.fromEntries(written.map((path) => [path, host.text(path) ?? ''])),
    patch: await patch(findings),
    diagnostics: JSON.stringify(report.diagnostics),
  }
}

async function snapshotOf(files: Files, path: string): Promise<string> {
  const taken = await takeSnapshot(optionsWith({ sources: [{ path: `/w/${path}` }] }), memoryHost({ files }))
  expect(taken.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return taken.snapshot === undefined ? '' : printSnapshot(taken.snapshot)
}

describe('snapshots give what the folders give', () => {
  it.each(cases)('$what', async ({ files, sources }) => {
    const direct = await outputs(
      files,
      sources.map((path) => ({ path: `/w/${path}` })),
    )
    const texts = await Promise.all(sources.map((path) => snapshotOf(files, path)))
    const names = sources.map((_, index) => `/w/s/${index}.json${index % 2 === 0 ? '' : '.gz'}`)
    const packed = Object.fromEntries(
      texts.map((text, index) => [names[index], packSnapshot(text, names[index] ?? '')]),
    )
    // What lies on disk where the snapshots were taken must not be seen.
    const trap = Object.fromEntries(sources.map((path) => [`/w/${path}/trap.md`, '# Trap\n']))
    expect(
      await outputs(
        { ...trap, ...packed },
        names.map((path) => ({ path })),
      ),
    ).toEqual(direct)
    expect(Object.keys(direct).length).toBeGreaterThan(5)
    // A snapshot of a snapshot is the same snapshot.
    expect(await Promise.all(names.map((path) => snapshotOf(packed, path.slice(3))))).toEqual(texts)
  })
})
