// Knows that imports follow the order of the layers, and that the checks of it can find a fault.

import { describe, expect, test } from 'vitest'
import { cycles, layerFaults, layers, libraryFaults, pathFaults, siblingFaults } from './layer-rules.js'
import { layerOf, readSources, sourceOf } from './sources.js'

const sources = readSources()

describe('src', () => {
  test('has the known layers only', () => {
    const found = [...new Set(sources.map(({ path }) => layerOf(path)))].filter((layer) => layer !== '')
    expect(found.filter((layer) => !layers.some((one) => one === layer))).toEqual([])
  })

  test('imports from earlier layers only', () => {
    expect(sources.flatMap(layerFaults)).toEqual([])
  })

  test('knows each library in one place', () => {
    expect(sources.flatMap(libraryFaults)).toEqual([])
  })

  test('has no cycle', () => {
    expect(cycles(sources)).toEqual([])
  })

  test('has dialects and emitters that do not know each other', () => {
    expect(siblingFaults(sources)).toEqual([])
  })

  test('imports files that are there', () => {
    expect(pathFaults(sources)).toEqual([])
  })
})

describe('the checks find', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a later layer', 'text/a.ts', "import { b } from '../ir/b.js'", ['text/a.ts:1 imports ir/b.ts']],
    ['a type of a later layer', 'ir/a.ts', "import type { B } from '../emit/b.js'", ['ir/a.ts:1 imports emit/b.ts']],
    ['a type in place', 'ir/a.ts', "let a: import('../cli/b.js').B", ['ir/a.ts:1 imports cli/b.ts']],
    ['a later load', 'ir/a.ts', "await import('../cli/b.js')", ['ir/a.ts:1 imports cli/b.ts']],
    ['a re-export', 'ir/a.ts', "\nexport { b } from '../cli/b.js'", ['ir/a.ts:2 imports cli/b.ts']],
    ['a file of the root', 'cli/a.ts', "import { b } from '../index.js'", ['cli/a.ts:1 imports index.ts']],
    [
      'options by value',
      'ir/a.ts',
      "import { b } from '../config/options.js'",
      ['ir/a.ts:1 imports config/options.ts'],
    ],
    ['options by type: fine', 'ir/a.ts', "import type { B } from '../config/options.js'", []],
    ['host by type: fine', 'write/a.ts', "import { type B } from '../pipeline/host.js'", []],
    [
      'host by type, too early',
      'ir/a.ts',
      "import type { B } from '../pipeline/host.js'",
      ['ir/a.ts:1 imports pipeline/host.ts'],
    ],
    ['an earlier layer: fine', 'cli/a.ts', "import { b } from '../text/b.js'", []],
  ])('%s', (_, path, text, found) => {
    expect(layerFaults(sourceOf(path, text))).toEqual(found)
  })

  test.each<[string, string, string, readonly string[]]>([
    ['a library away from home', 'ir/a.ts', "import { z } from 'zod'", ['ir/a.ts:1 imports zod outside its home']],
    [
      'a heavy library at start',
      'emit/a.ts',
      "import { Project } from 'ts-morph'",
      ['emit/a.ts:1 loads ts-morph at start'],
    ],
    ['its types: fine', 'emit/a.ts', "import type { Project } from 'ts-morph'", []],
    ['later: fine', 'emit/a.ts', "await import('ts-morph')", []],
    [
      'the file system',
      'write/a.ts',
      "import { readFile } from 'node:fs/promises'",
      ['write/a.ts:1 imports node:fs/promises'],
    ],
    ['the file system without prefix', 'write/a.ts', "import fs from 'fs'", ['write/a.ts:1 imports fs']],
    ['computing modules: fine', 'write/a.ts', "import { createHash } from 'node:crypto'", []],
    [
      'an unknown library',
      'text/a.ts',
      "import x from 'left-pad'",
      ['text/a.ts:1 imports left-pad, which has no home in layer-rules.ts'],
    ],
  ])('%s', (_, path, text, found) => {
    expect(libraryFaults(sourceOf(path, text))).toEqual(found)
  })

  test('a cycle, of types too', () => {
    const given = [
      sourceOf('ir/a.ts', "import type { B } from './b.js'"),
      sourceOf('ir/b.ts', "import { c } from './c.js'"),
      sourceOf('ir/c.ts', "import { a } from './a.js'"),
    ]
    expect(cycles(given)).toEqual(['ir/a.ts → ir/b.ts → ir/c.ts → ir/a.ts'])
    expect(cycles(given.slice(0, 2))).toEqual([])
  })

  test('siblings', () => {
    const given = [
      sourceOf('dialects/index.ts', "import { a } from './x/a.js'\nimport { b } from './x/b.js'"),
      sourceOf('dialects/x/a.ts', "import { b } from './b.js'"),
      sourceOf('dialects/x/b.ts', "import { s } from './shared-grammar.js'"),
      sourceOf('emit/one/a.ts', "import { b } from '../two/b.js'\nimport { c } from '../c.js'"),
    ]
    expect(siblingFaults(given)).toEqual([
      'dialects/x/a.ts:1 imports its sibling dialects/x/b.ts',
      'emit/one/a.ts:1 imports its sibling emit/two/b.ts',
    ])
  })

  test('paths', () => {
    const given = [sourceOf('ir/a.ts', "import './a.ts'\nimport './b.js'\nimport './a.js'")]
    expect(pathFaults(given)).toEqual(['ir/a.ts:1 imports ./a.ts', 'ir/a.ts:2 imports ./b.js'])
  })
})
