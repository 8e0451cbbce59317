// Knows that one cause is told once: what only follows from another finding is none.

import { expect, test } from 'vitest'
import { docsOf, settle, told, type PagesText } from '../support/invented.js'

const only: PagesText = { 'shared/Only': { values: ['x'] } }
const sizes: PagesText = { 'shared/Size': { values: ['s', 'm'] } }

function tool(kind?: string): PagesText {
  return { 'shared/Tool': { fields: { id: 'text', ...(kind === undefined ? {} : { kind }) } } }
}

const cases: readonly [string, { readonly [variant: string]: PagesText }, readonly string[]][] = [
  [
    'a field is gone whose constant others write in place',
    { a: { ...only, ...tool('@Only') }, b: tool('"x"'), c: tool('"x"'), d: tool() },
    ['missing-field shared/tool.kind d d/shared/Tool.md:1:3'],
  ],
  [
    'a field is of another type than the constant that others write in place',
    { a: { ...only, ...tool('@Only') }, b: tool('"x"'), c: tool('"x"'), d: tool('bool') },
    ['type-conflict shared/tool.kind d d/shared/Tool.md:11:30'],
  ],
  [
    'the field is gone that alone refers to the page of a constant',
    { a: { ...only, ...tool() }, b: tool('"x"'), c: tool('"x"'), d: tool('"x"') },
    ['missing-field shared/tool.kind a a/shared/Tool.md:1:3'],
  ],
  [
    'a field refers to a constant that is there for it alone, and should not',
    { a: { ...only, ...tool('[@Only]') }, b: tool('"x"'), c: tool('"x"'), d: tool('"x"') },
    ['type-conflict shared/tool.kind a a/shared/Tool.md:11:30'],
  ],
  [
    'a text became an enumeration of several values, which another language cannot tell from a text',
    { a: { ...sizes, ...tool('@Size') }, b: { ...sizes, ...tool('@Size') }, c: tool('text~enum'), d: tool('text') },
    ['missing-model shared/size d nowhere', 'type-conflict shared/tool.kind d d/shared/Tool.md:11:30'],
  ],
  [
    'a field is gone, and the page of its model that all others have, as a part of it',
    { a: { ...sizes, ...tool('@Size') }, b: { ...sizes, ...tool('@Size') }, c: tool() },
    ['missing-field shared/tool.kind c c/shared/Tool.md:1:3'],
  ],
  [
    'a constant that most have a page for, and nothing refers to',
    { a: only, b: only, c: tool() },
    [
      'missing-model shared/tool a nowhere',
      'missing-model shared/tool b nowhere',
      'missing-model shared/only c nowhere',
    ],
  ],
]

test.each(cases)('%s', (_, docs, wanted) => {
  const { findings } = settle(Object.entries(docs).map(([id, pages]) => docsOf(id, pages)))
  expect(told(findings)).toEqual(wanted)
})
