import { describe, expect, test } from 'vitest'
import { recoverPages, type Pages } from '../support/recovered.js'
import { systemError } from '../support/memory-host.js'

const row = (name: string): string => `| \`${name}\` | *str* | :heavy_check_mark: | N/A |`
const page = [
  '# Visit',
  '',
  '',
  '## Fields',
  '',
  '| Field | Type | Required | Description |',
  '| --- | --- | --- | --- |',
]
const docs: Pages = { 'sdk/docs/models/shared/visit.md': [...page, row('utm_source'), row('opened_at')].join('\n') }
const lock =
  'examples:\n  open:\n    x:\n      requestBody:\n        application/json: {"utm_source": "a", "openedAt": "b", "closedAt": "c"}\n'

/** The wire names of the fields, with how each is known. */
async function wireNames(pages: Pages, sources: readonly string[], host = {}): Promise<string[]> {
  const { model, diagnostics } = await recoverPages(pages, { sources, host })
  expect(diagnostics).toEqual([])
  return model.models.flatMap((one) =>
    one.kind === 'object' ? one.fields.map(({ name, wire }) => `${name} ${wire}`) : [],
  )
}

describe('the lock file beside the docs', () => {
  const seen = ['utm_source example', 'openedAt example']
  const guessed = ['utm_source convention', 'opened_at convention']
  test.each<[string, Pages, string[], string[]]>([
    ['in the folder given', { ...docs, 'sdk/.speakeasy/gen.lock': lock }, ['sdk'], seen],
    ['beside the docs folder given', { ...docs, 'sdk/.speakeasy/gen.lock': lock }, ['sdk/docs'], seen],
    ['of another SDK', { ...docs, 'other/.speakeasy/gen.lock': lock }, ['sdk'], guessed],
    ['that holds none', { ...docs, 'sdk/.speakeasy/gen.lock': 'lockVersion: 2\n' }, ['sdk'], guessed],
    ['of another shape', { ...docs, 'sdk/.speakeasy/gen.lock': '\u0000\u0001examples:\n- {' }, ['sdk'], guessed],
  ])('%s', async (_, pages, sources, wanted) => {
    expect(await wireNames(pages, sources)).toEqual(wanted)
  })

  test('that cannot be read is no fault', async () => {
    const host = {
      fault: (call: string, path: string) =>
        call === 'read' && path.endsWith('gen.lock') ? systemError('EACCES', 'no') : undefined,
    }
    expect(await wireNames({ ...docs, 'sdk/.speakeasy/gen.lock': lock }, ['sdk'], host)).toEqual(guessed)
  })
})
