// Knows how a name that is not spelt by the rule of its language gets the spelling of the rule.

import { expect, test } from 'vitest'
import { recoverPages } from '../../support/recovered.js'

const letters = Array.from({ length: 60 }, (_, index) =>
  String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26)),
)

interface Language {
  readonly word: string
  readonly field: (...words: readonly string[]) => string
  readonly member: (...words: readonly string[]) => string
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const pascal = (...words: readonly string[]): string => words.map(upper).join('')
const shout = (...words: readonly string[]): string => words.join('_').toUpperCase()
const snake = (...words: readonly string[]): string => words.join('_')

const languages: { readonly [folder: string]: Language } = {
  python: { word: '*str*', field: snake, member: shout },
  ruby: { word: '*::String*', field: snake, member: shout },
  go: { word: '`string`', field: pascal, member: (...words) => `Size${pascal(...words)}` },
}

function pagesOf(
  folder: string,
  odd: { readonly field?: string; readonly member?: string } = {},
): { [path: string]: string } {
  const { word, field, member } = languages[folder] ?? { word: '', field: snake, member: shout }
  const rows = [...letters.map((letter) => field('plain', letter)), odd.field ?? field('made', 'at')]
  const values = [
    ...letters.map((letter) => [member('plain', letter), `plain_${letter}`]),
    [odd.member ?? member('half', 'open'), 'half_open'],
  ]
  const table = rows.map((name) => `| \`${name}\` | ${word} | :heavy_check_mark: | N/A |`)
  const list = values.map(([name, value]) => `| \`${name}\` | ${value} |`)
  return {
    [`${folder}/models/door.md`]: [
      '# Door\n\n\n## Fields\n',
      '| Field | Type | Required | Description |',
      '| ----- | ---- | -------- | ----------- |',
      ...table,
    ].join('\n'),
    [`${folder}/models/size.md`]: ['# Size\n\n\n## Values\n', '| Name | Value |', '| ---- | ----- |', ...list].join(
      '\n',
    ),
  }
}

test.each([
  { folder: 'python', odd: { field: 'madeAt', member: 'HalfOpen' }, field: 'made_at', member: 'HALF_OPEN' },
  { folder: 'ruby', odd: { field: 'MadeAt', member: 'half_open' }, field: 'made_at', member: 'HALF_OPEN' },
  { folder: 'go', odd: { field: 'made_at', member: 'SizeHalfopen' }, field: 'MadeAt', member: 'SizeHalfOpen' },
])('$folder', async ({ folder, odd, field, member }) => {
  const others = Object.keys(languages).filter((other) => other !== folder)
  const pages = Object.assign(pagesOf(folder, odd), ...others.map((other) => pagesOf(other)))
  const { findings, patch, model } = await recoverPages(pages)
  expect(
    findings.map(({ rule, severity, variant, field: subject, expected, fixable }) => [
      rule,
      severity,
      variant,
      subject,
      expected,
      fixable,
    ]),
  ).toEqual([
    ['name-irregular', 'info', folder, 'made_at', field, true],
    ['name-irregular', 'info', folder, 'half_open', member, true],
  ])
  expect(model.models.flatMap((one) => (one.kind === 'object' ? one.fields.map(({ name }) => name) : []))).toContain(
    'made_at',
  )
  const added = (await patch(findings)).split('\n').filter((line) => /^\+(?!\+\+ )/.test(line))
  expect(added.map((line) => /`([^`]*)`/.exec(line)?.[1])).toEqual([field, member])
})
