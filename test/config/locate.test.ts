// Knows where the places of keys lie in the texts of configurations.

import { describe, expect, it } from 'vitest'
import { locateKey } from '../../src/config/locate.js'

const json = `{
  "sources": ["docs/a, b", { "path": "x" }, { "path": "y" }],
  "ignore": [
    { "rule": "dead-link", "reason": "r" },
    { "model": "[,]", "reason": "s" },
    { "rule": "nothing" }
  ]
}
`

const script = `export default {
  // ignore: [{ rule: 'a' }]
  ignore: [
    /* { rule: 'b' }, */
    { rule: 'it\\'s, "]" ', list: [1, [2, 3]] }, // one, two
    make({ rule: 'c', reason: 'd' }, 5),
    { rule: \`x, \${y}\`, reason: 'e' },
  ],
}
`

const rows: readonly { readonly text: string; readonly path: readonly PropertyKey[]; readonly at: string }[] = [
  { text: json, path: ['sources', 0], at: '2:15' },
  { text: json, path: ['sources', 1, 'path'], at: '2:31' },
  { text: json, path: ['sources', 2, 'path'], at: '2:48' },
  { text: json, path: ['ignore', 0, 'reason'], at: '4:29' },
  { text: json, path: ['ignore', 1, 'reason'], at: '5:24' },
  { text: json, path: ['ignore', 1, 'rule'], at: '5:5' },
  { text: json, path: ['ignore', 2, 'reason'], at: '6:5' },
  { text: json, path: ['ignore', 3], at: 'nowhere' },
  { text: json, path: ['limits', 'rows'], at: 'nowhere' },
  { text: json, path: [], at: 'nowhere' },
  { text: script, path: ['ignore', 1, 'reason'], at: 'nowhere' },
  { text: script.replace(/^ *\/\/.*\n/m, ''), path: ['ignore', 0, 'rule'], at: '4:7' },
  { text: script.replace(/^ *\/\/.*\n/m, ''), path: ['ignore', 1, 'reason'], at: '5:23' },
  { text: script.replace(/^ *\/\/.*\n/m, ''), path: ['ignore', 2, 'reason'], at: '6:24' },
  { text: 'ignore: [{ rule: 1', path: ['ignore', 0, 'rule'], at: 'nowhere' },
]

describe('locateKey', () => {
  it.each(rows)('$path: $at', ({ text, path, at }) => {
    const { span } = locateKey({ file: 'c', text }, path)
    expect(span === undefined ? 'nowhere' : `${span.start.line}:${span.start.column}`).toBe(at)
  })
})
