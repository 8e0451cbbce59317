// Knows which projects come of a configuration, what each takes from the shared options, and when they get in each other's way.

import { describe, expect, it } from 'vitest'
import type { Config } from '../../src/config/config.js'
import { inputsOf, outputsOf } from '../../src/config/cache-lists.js'
import { resolveProjects, type ProjectParts } from '../../src/config/projects.js'
import { settingsGlobs, settingsNames } from '../../src/write/settings-files.js'
import { matchesGlob } from '../../src/text/glob.js'

const resolved = (config: Config, more: Partial<ProjectParts> = {}): ReturnType<typeof resolveProjects> =>
  resolveProjects({ cwd: '/w/sub', base: '/w', folders: [], flags: {}, config, ...more })
const two: Config = {
  sources: ['docs'],
  out: 'gen',
  projects: [
    { name: 'shop', sources: ['shop'] },
    { name: 'pay', failOn: 'never', out: '../pay' },
  ],
}

describe('projects', () => {
  it('take the shared options, and places of their own', () => {
    const { projects, diagnostics } = resolved(two)
    expect(diagnostics).toEqual([])
    expect(
      projects.map(({ name, options: { sources, out, baseline, failOn, cwd } }) => [
        name,
        sources[0]?.path,
        out,
        baseline,
        failOn,
        cwd,
      ]),
    ).toEqual([
      ['shop', '/w/shop', '/w/gen/shop', '/w/codegen.baseline.shop.json', 'error', '/w'],
      ['pay', '/w/docs', '/pay', '/w/codegen.baseline.pay.json', 'never', '/w'],
    ])
    expect(
      projects.map(({ origins }) =>
        ['sources', 'out', 'baseline', 'failOn', 'limits'].map((key) => origins.get(key as never)),
      ),
    ).toEqual([
      ['file', 'file', 'default', 'default', 'default'],
      ['file', 'file', 'default', 'file', 'default'],
    ])
  })

  it('are those that are named, and flags are for them alone', () => {
    const { projects } = resolved(two, { names: ['pay'], flags: { out: 'here' } })
    expect(projects.map(({ name, options, origins }) => [name, options.out, origins.get('out')])).toEqual([
      ['pay', '/w/sub/here', 'flag'],
    ])
  })

  it.each([
    { what: 'by the shared options', names: undefined, expected: [[undefined, '/w/sub/x', '/w/gen', 'flag']] },
    { what: 'by the project named', names: ['shop'], expected: [['shop', '/w/sub/x', '/w/gen/shop', 'flag']] },
  ])('that folders stand in for are read $what', ({ names, expected }) => {
    const { projects } = resolved(two, { folders: ['x'], names })
    expect(
      projects.map(({ name, options, origins }) => [
        name,
        options.sources[0]?.path,
        options.out,
        origins.get('sources'),
      ]),
    ).toEqual(expected)
  })

  it('are one without a name where the configuration has none', () => {
    const { projects } = resolved({ sources: ['docs'] })
    expect(projects.map(({ name, options }) => [name, options.out])).toEqual([[undefined, '/w/generated']])
  })
})

describe('no projects are', () => {
  const pair = (first: object, second: object, shared: Config = {}): Config => ({
    sources: ['docs'],
    ...shared,
    projects: [
      { name: 'a', ...first },
      { name: 'b', ...second },
    ],
  })
  it.each<{ what: string; config: Config; more?: Partial<ProjectParts>; expected: string }>([
    {
      what: 'those nobody has',
      config: two,
      more: { names: ['shpo'] },
      expected: 'CG712 the configuration has no project "shpo"; did you mean "shop"?',
    },
    {
      what: 'those far off',
      config: two,
      more: { names: ['x'] },
      expected: 'CG712 the configuration has no project "x"; there are: shop, pay',
    },
    {
      what: 'named where there are none',
      config: { sources: ['docs'] },
      more: { names: ['x'] },
      expected: 'CG712 the configuration has no projects, so none called "x"',
    },
    {
      what: 'without sources',
      config: { projects: [{ name: 'a' }] },
      expected: 'CG703 the configuration key "projects.a.sources" is wrong: no docs folder is given',
    },
    {
      what: 'with one output',
      config: pair({ out: 'x' }, { out: './x/' }),
      expected: 'CG713 the projects "a" and "b" would both write into x',
    },
    {
      what: 'within the output of another',
      config: pair({ out: 'x/y' }, { out: 'x' }),
      expected: 'CG713 the projects "a" and "b" would both write into x/y',
    },
    {
      what: 'around the output of another',
      config: pair({ out: '.' }, {}),
      expected: 'CG713 the projects "a" and "b" would both write into generated/b',
    },
    {
      what: 'with outputs that some systems take for one',
      config: pair({ out: 'X' }, { out: 'x' }),
      expected: 'CG713 the projects "a" and "b" would both write into x',
    },
    {
      what: 'given one output',
      config: pair({}, {}),
      more: { flags: { out: 'o' } },
      expected: 'CG713 the projects "a" and "b" would both write into sub/o',
    },
    {
      what: 'with one baseline',
      config: pair({ baseline: 'b.json' }, { baseline: 'b.json' }),
      expected: 'CG713 the projects "a" and "b" would both write b.json',
    },
  ])('$what', ({ config, more, expected }) => {
    const { projects, diagnostics } = resolved(config, more)
    expect([projects, diagnostics.map(({ code, message }) => `${code} ${message}`)]).toEqual([[], [expected]])
  })
})

describe('the lists for build caches', () => {
  const config: Config = {
    projects: [
      { name: 'a', sources: ['docs', { git: '../r', ref: 'v1', path: 'docs' }, 'snapshots/b.json.gz'] },
      { name: 'b', sources: ['../sdk/docs', 'docs'], out: 'src/api' },
    ],
  }
  const all = resolved(config).projects.map(({ options }) => options)

  it('name what is read, once and in order', () => {
    const settings = ['.editorconfig', '.prettierrc*', 'package.json', 'package.yaml', 'prettier.config.*']
    const own = [
      '../sdk/.speakeasy/gen.lock',
      '../sdk/docs/**/*',
      '.speakeasy/gen.lock',
      'codegen.baseline.a.json',
      'codegen.baseline.b.json',
      'codegen.config.ts',
      'docs/**/*',
      'snapshots/b.json.gz',
    ]
    expect(inputsOf(all, '/w/codegen.config.ts')).toEqual([...own, ...settings].sort())
  })

  it('name what is written', () => {
    expect(outputsOf(all)).toEqual([
      'generated/a/**/*',
      'generated/a/.codegen-manifest.json',
      'src/api/**/*',
      'src/api/.codegen-manifest.json',
    ])
  })

  it('hold every file of settings', () => {
    expect(settingsNames.filter((name) => !settingsGlobs.some((glob) => matchesGlob(glob, name)))).toEqual([])
  })
})
