// Knows what a JUnit report looks like once it is parsed back.

import { describe, expect, test } from 'vitest'
import { renderJunit } from '../../src/drift/junit.js'
import { parseXml, type XmlElement } from '../support/xml.js'
import { diagnostics, finding, findings, hostileFinding, modelOf, says, spanAt } from './sample.js'

const model = modelOf('delta', 'alpha')

/** Element names and attributes, indented, without what people read. */
function outline(element: XmlElement, indent = ''): string[] {
  const { name, attributes, children } = element
  const shown = ['name', 'tests', 'failures', 'errors', 'skipped', 'classname', 'file', 'line', 'type']
  const told = shown.flatMap((key) => (attributes[key] === undefined ? [] : [`${key}=${attributes[key]}`]))
  return [`${indent}${[name, ...told].join(' ')}`, ...children.flatMap((child) => outline(child, `${indent}  `))]
}

test('a suite for each variant and one for diagnostics', () => {
  expect(outline(parseXml(renderJunit(model, findings.slice(0, 3), diagnostics)))).toEqual([
    'testsuites name=codegen tests=7 failures=4 errors=2 skipped=0',
    '  testsuite name=alpha tests=1 failures=0 errors=0 skipped=0',
    '    testcase name=the docs agree with the model classname=alpha',
    '  testsuite name=delta tests=3 failures=3 errors=0 skipped=0',
    '    testcase name=type-conflict: Parcel.size classname=delta.shared/parcel file=docs/delta/parcel.md line=9',
    '      failure type=type-conflict',
    '    testcase name=missing-model: Locker classname=delta.shared/locker file=docs/delta',
    '      failure type=missing-model',
    '    testcase name=missing-field: Parcel.weight_grams classname=delta.shared/parcel file=docs/delta/parcel.md line=7',
    '      failure type=missing-field',
    '  testsuite name=codegen tests=3 failures=1 errors=2 skipped=0',
    '    testcase name=CG604: foreign file classname=codegen',
    '      error type=CG604',
    '    testcase name=CG106: merge conflict classname=codegen file=docs/delta/a b.md line=4',
    '      error type=CG106',
    '    testcase name=CG501: missing document classname=codegen file=docs/alpha/parcel.md line=8',
    '      failure type=CG501',
  ])
})

test('information does not fail', () => {
  const root = parseXml(renderJunit(modelOf('delta'), findings.slice(6), []))
  expect(outline(root)).toEqual([
    'testsuites name=codegen tests=1 failures=0 errors=0 skipped=1',
    '  testsuite name=delta tests=1 failures=0 errors=0 skipped=1',
    '    testcase name=description-differs: Parcel classname=delta.shared/parcel file=docs/delta/parcel.md line=3',
    '      skipped',
  ])
})

test('no variants at all', () => {
  expect(outline(parseXml(renderJunit(modelOf(), [], [])))).toEqual([
    'testsuites name=codegen tests=0 failures=0 errors=0 skipped=0',
  ])
})

/** The failure of the first case of the first suite. */
function failureOf(root: XmlElement): XmlElement | undefined {
  return root.children[0]?.children[0]?.children[0]
}

describe('texts', () => {
  test('a failure tells place, message, what is said, cause, fix and witnesses', () => {
    const given = finding({
      rule: 'type-conflict',
      severity: 'error',
      field: 'size',
      message: 'size is <text> here',
      expected: 'Map<string, int64>',
      span: spanAt('docs/delta/parcel.md', 9, 20),
      witnesses: [says('delta', '"string"', 9), says('alpha', 'int')],
    })
    const failure = failureOf(parseXml(renderJunit(modelOf('delta'), [given], [])))
    expect(failure?.attributes['message']).toBe('size is <text> here')
    expect(failure?.text.split('\n')).toEqual([
      'docs/delta/parcel.md:9:20',
      'size is <text> here',
      'The docs say: "string"',
      'The model says: Map<string, int64>',
      'Cause: The specification changed between the releases of the SDKs, or a cell was edited by hand.',
      'Fix: Correct the cell that is wrong, or regenerate the SDK that is behind.',
      'delta: docs/delta/parcel.md:9',
      'alpha: docs/alpha/parcel.md:12',
    ])
  })

  test('hostile ones stay texts', () => {
    const root = parseXml(renderJunit(modelOf('delta'), [hostileFinding], []))
    expect(outline(root).map((line) => line.trim().split(' ')[0])).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'failure',
    ])
    expect(failureOf(root)?.attributes['message']).toBe(
      '</failure>]]> [x](y) %0A::error:: \\u{0}\\u{202e} "\' & , : `|',
    )
  })

  test('cases of one name are numbered', () => {
    const twice = ['a', 'b'].map((fingerprint) => finding({ rule: 'dead-link', field: 'x', fingerprint }))
    const cases = parseXml(renderJunit(modelOf('delta'), twice, [])).children[0]?.children ?? []
    expect(cases.map(({ attributes }) => attributes['name'])).toEqual([
      'dead-link: Parcel.x',
      'dead-link: Parcel.x (2)',
    ])
  })
})

describe('the parser of these tests refuses', () => {
  test.each([
    ['an open element', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a bare ampersand', '<a>&</a>'],
    ['an unknown reference', '<a>&nbsp;</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a control character', '<a>\u0007</a>'],
    ['a bare quote', '<a b="1"2"/>'],
    ['text outside', '<a/>b'],
  ])('%s', (_, document) => {
    expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>${document}`)).toThrow()
  })
})
