// Knows that every source file keeps the house rules, and that each rule can find a fault.

import { describe, expect, test } from 'vitest'
import { readSources, sourceOf } from './sources.js'
import { assertions, styleRules } from './style-rules.js'

const sources = readSources()

describe('src', () => {
  test.each(styleRules)('$title', ({ faults }) => {
    expect(sources.flatMap((source) => faults(source).map((fault) => `${source.path}:${fault}`))).toEqual([])
  })

  test('at most two type assertions in a thousand lines', () => {
    const lines = sources.reduce((sum, source) => sum + source.lines, 0)
    const files = sources.filter((source) => assertions(source) > 0).map(({ path }) => path)
    const count = sources.reduce((sum, source) => sum + assertions(source), 0)
    expect(count, `in ${files.join(', ')}`).toBeLessThanOrEqual((lines / 1000) * 2)
  })

  test('there are files to check', () => {
    expect(sources.length).toBeGreaterThan(60)
  })
})

describe('the rules', () => {
  test.each(styleRules)('find a fault: $title', ({ faults, bad }) => {
    expect(faults(sourceOf(bad.path ?? 'text/sample.ts', bad.text))).toEqual(bad.found)
  })

  test.each(['emit/a.ts', 'write/format.ts', 'dialects/a.ts'])('let %s name TypeScript', (path) => {
    expect(
      styleRules.flatMap(({ title, faults }) =>
        faults(sourceOf(path, "// Knows a thing that is invented.\nconst a = 'typescript'\n")).map(() => title),
      ),
    ).toEqual([])
  })

  test('count assertions', () => {
    expect(assertions(sourceOf('a.ts', 'a as B;\n<C>d;\n[1] as const;\ne satisfies F;\n'))).toBe(2)
  })
})
