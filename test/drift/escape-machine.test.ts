// Knows what untrusted text may become in SARIF, URIs, workflow commands and XML: nothing but text.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandMessage, commandProperty, pathUri, sarifText, xmlText } from '../../src/drift/escape-machine.js'
import { plainLine } from '../../src/diagnostics/frame.js'
import { parseXml } from '../support/xml.js'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })

describe('one line', () => {
  test.each([
    ['a\r\n  b', 'a b'],
    ['tab\there', 'tab here'],
    ['\u0007\u202e', '\\u{7}\\u{202e}'],
  ])('%j', (given, wanted) => expect(plainLine(given)).toBe(wanted))

  test('what looks like a link is none in SARIF', () => {
    expect(sarifText('see [here](https://a.b) and a[0]')).toBe('see [here] (https://a.b) and a[0]')
  })
})

describe('a path as URI', () => {
  test.each([
    ['docs/ruby/a b.md', 'docs/ruby/a%20b.md'],
    ['docs/50%/ü#1?.md', 'docs/50%25/%C3%BC%231%3F.md'],
    ['a:b/c.md', 'a%3Ab/c.md'],
    ['../acme/docs', '../acme/docs'],
    ['/tmp/a b', 'file:///tmp/a%20b'],
    ['C:/docs/a b', 'file:///C:/docs/a%20b'],
    ['half \ud800', 'half%20%EF%BF%BD'],
    ['.', '.'],
  ])('%j', (given, wanted) => expect(pathUri(given)).toBe(wanted))

  test('never has more parts than the path, nor a scheme that the path gives it', () => {
    fc.assert(
      fc.property(halves, (path) => {
        const uri = pathUri(`docs/${path}`)
        expect(uri).toMatch(/^docs\/[\w.~!*'()%/-]*$/)
        expect(uri.split('/')).toHaveLength(path.split('/').length + 1)
      }),
    )
  })
})

describe('workflow commands', () => {
  test.each([
    ['100%', '100%25', '100%25'],
    ['a\r\nb\nc', 'a%0Ab%0Ac', 'a%0Ab%0Ac'],
    ['a: b, c', 'a: b, c', 'a%3A b%2C c'],
    ['::error::x', '::error::x', '%3A%3Aerror%3A%3Ax'],
    ['%0A', '%250A', '%250A'],
    ['\u001b[31m', '\\u{1b}[31m', '\\u{1b}[31m'],
  ])('%j', (given, message, property) => {
    expect(commandMessage(given)).toBe(message)
    expect(commandProperty(given)).toBe(property)
  })

  test('a text never ends its line, and a property never ends its place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(commandMessage(text)).not.toMatch(/[\r\n\u2028\u2029]|%(?!25|0A)/)
        expect(commandProperty(text)).not.toMatch(/[\r\n:,]|%(?!25|0A|3A|2C)/)
      }),
    )
  })
})

describe('XML', () => {
  test.each([
    [`<a b="c">&'`, '&#60;a b=&#34;c&#34;&#62;&#38;&#39;'],
    ['a\u0000\u0007\u001bb\ufffe\uffff', 'ab'],
    ['\ud800x\udc00', 'x'],
    ['\u{1f600}', '\u{1f600}'],
    ['a\tb\nc', 'a&#9;b&#10;c'],
    [']]>', ']]&#62;'],
  ])('%j', (given, wanted) => expect(xmlText(given)).toBe(wanted))

  test('is read back as it was, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (text) => {
        const written = xmlText(text)
        const root = parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n<a b="${written}">${written}</a>`)
        const kept = [...text].filter((character) =>
          /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(character),
        )
        expect(root).toEqual({ name: 'a', attributes: { b: kept.join('') }, children: [], text: kept.join('') })
      }),
    )
  })
})
