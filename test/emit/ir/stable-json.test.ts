import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stableJson } from '../../../src/emit/ir/stable-json.js'

test('a line for each field and value, keys in one order', () => {
  const fields = [{ type: { nullable: false, kind: 'string' }, name: 'a', columns: {} }, { name: 'b' }]
  const document = {
    models: [
      { sources: [], fields, id: 'm', description: undefined, namespace: 'n' },
      { id: 'o', sources: [{ variant: 'v' }] },
    ],
    variants: [{ label: 'L', id: 'v' }],
    version: 1,
  }
  expect(stableJson(document)).toBe(`{
  "version": 1,
  "variants": [
    { "id": "v", "label": "L" }
  ],
  "models": [
    {
      "id": "m",
      "namespace": "n",
      "fields": [
        { "name": "a", "columns": {}, "type": { "kind": "string", "nullable": false } },
        { "name": "b" }
      ],
      "sources": []
    },
    {
      "id": "o",
      "sources": [
        { "variant": "v" }
      ]
    }
  ]
}
`)
})

test.each([
  [{ a: '\u202e\u2028</x>' }, '{\n  "a": "\\u202e\\u2028\\u003c/x>"\n}\n'],
  [{}, '{}\n'],
  [{ models: [] }, '{\n  "models": []\n}\n'],
])('%j', (given, want) => expect(stableJson(given)).toBe(want))

test('reads back as what it was, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const text = stableJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(stableJson(reversed)).toBe(text)
    }),
  )
})
