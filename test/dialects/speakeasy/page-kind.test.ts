// Knows which pages are model pages, in which namespace they lie, and which pages are passed over in silence.

import { describe, expect, test } from 'vitest'
import { dialects, prefilter } from '../../../src/dialects/index.js'
import { php } from '../../../src/dialects/speakeasy/php.js'
import { python } from '../../../src/dialects/speakeasy/python.js'
import { typescript } from '../../../src/dialects/speakeasy/typescript.js'
import { fieldsTable, pageOf, project } from '../pages.js'

describe('namespaces', () => {
  test.each([
    ['docs/sdk/models/shared/a.md', 'shared'],
    ['docs/models/components/a.md', 'shared'],
    ['docs/pkg/models/shared/a.md', 'shared'],
    ['docs/Models/Components/A.md', 'shared'],
    ['docs/Models/Shared/A.md', 'shared'],
    ['docs/models/operations/a.md', 'operations'],
    ['docs/Models/Requests/A.md', 'operations'],
    ['docs/models/errors/a.md', 'errors'],
    ['docs/models/sdkerrors/a.md', 'errors'],
    ['docs/models/apierrors/a.md', 'errors'],
    ['docs/models/webhooks/a.md', 'webhooks'],
    ['docs/models/callbacks/a.md', 'callbacks'],
    ['docs/models/internal/a.md', 'internal'],
    ['docs/models/a.md', ''],
    ['docs/Models/A.md', ''],
    ['docs/a.md', ''],
    ['docs/api/a.md', ''],
    ['a.md', ''],
    ['docs/python/a.md', ''],
    ['acme-python-sdk/a.md', ''],
    ['packages/lockers/docs/models/shared/a.md', 'shared'],
    ['constructor/a.md', 'constructor'],
  ])('%s', (file, namespace) => {
    expect(python.namespaceOf(file)).toBe(namespace)
  })
})

describe('names that a language escapes', () => {
  test.each([
    ['typescript', 'ErrorT', ['Error']],
    ['python', 'ModelT', ['Model']],
    ['php', 'ReturnTypeT', ['ReturnType']],
    ['go', 'OptionsObj', ['Options']],
    ['go', 'ErrorT', []],
    ['java', 'ErrorT', []],
    ['typescript', 'T', []],
  ])('%s %s', (id, name, aliases) => {
    expect(dialects.find((dialect) => dialect.id === id)?.modelAliases(name)).toEqual(aliases)
  })
})

describe('pages that are no models', () => {
  const retry =
    '# RetryConfig\n\nHow to retry.\n\n## Fields\n\n| Name | Type | Description | Example |\n| --- | --- | --- | --- |\n| `strategy` | *string* | `"backoff" | "none"` | `"backoff"` |'
  const rows: readonly (readonly [name: string, file: string, text: string, candidate: boolean])[] = [
    ['settings for retries', 'docs/lib/utils/retryconfig.md', retry, true],
    ['settings for retries among the models', 'docs/models/utils/retryconfig.md', retry, true],
    ['a wrapper for dates', 'docs/types/date.md', '# Date\n\nA date.\n', false],
    ['a wrapper for bytes', 'docs/utils/Blob.md', '# Blob\n\nBytes.\n', false],
    [
      'options',
      'docs/models/operations/option.md',
      '# Options\n\n## Global Options\n\nA.\n\n## Per-Method Options\n\nB.\n',
      false,
    ],
    [
      'operations',
      'docs/sdks/doors/README.md',
      '# Doors\n\n## Overview\n\n### Available Operations\n\n## open\n\n### Parameters\n\n| Parameter | Type |\n| --- | --- |\n',
      false,
    ],
    [
      'operations, one of them called as a section is',
      'docs/sdks/doors/doors.md',
      '# Doors\n\n## Overview\n\nOpens doors.\n\n## Values\n\n### Parameters\n\n| Parameter | Type |\n| --- | --- |\n',
      true,
    ],
    ['a guide', 'docs/guides/auth.md', '# Auth\n\n## Tokens\n\nUse one.\n', true],
    [
      'a guide with a section called Values',
      'docs/guides/config.md',
      '# How to configure\n\n## Values\n\n| Key | Value |\n| --- | --- |\n| a | b |\n',
      true,
    ],
    [
      'a guide with a sample',
      'docs/guides/start.md',
      '# Getting started\n\n## Example Usage\n\n```python\nx\n```\n',
      true,
    ],
    ['a page of prose', 'docs/guides/intro.md', 'Read this first.\n', false],
    ['nothing', 'docs/models/shared/door.md', '', false],
  ]

  test.each(rows)('%s', (_, file, text, candidate) => {
    expect(prefilter.mayBeModelPage(file, text)).toBe(candidate)
    for (const dialect of dialects) expect(dialect.project(pageOf(file, text))).toEqual({ diagnostics: [] })
  })
})

describe('model pages wherever they lie', () => {
  const fields = `## Fields\n\n${fieldsTable(['`id` | *str* | :heavy_check_mark: | N/A'])}`

  test.each([
    ['docs/models/types/money.md', `# Money\n\n\n${fields}`, 'object'],
    ['docs/models/types/content.md', '# Content\n\n', 'blank'],
    ['docs/door.md', `# Door\n\n\n${fields}`, 'object'],
    ['docs/models/format_.md', `# Format\n\n\n${fields}`, 'object'],
    ['anywhere/page-7.md', `# Door\n\n\n${fields}`, 'object'],
    ['docs/models/shared/door.md', `# Door\n\nOne door.\n\n## Overview\n\nIt opens.\n\n\n${fields}`, 'object'],
    ['docs/models/shared/content.md', '# Content\n\n', 'blank'],
    ['docs/models/shared/content.md', '# ~~Content~~\n\n', 'blank'],
    ['docs/models/shared/door.md', `# Door\n\n\n${fields.replace('Fields', 'Feilds')}`, 'blank'],
  ])('%s', (file, text, kind) => {
    expect(prefilter.mayBeModelPage(file, text)).toBe(true)
    expect(project(python, file, text).projection?.kind).toBe(kind)
  })

  test('every line end and a byte order mark', () => {
    const text = `# Door\n\n\n${fields}`
    for (const end of ['\r\n', '\r'])
      expect(prefilter.mayBeModelPage('a/door.md', text.replaceAll('\n', end))).toBe(true)
  })
})

describe('wire names of path parameters', () => {
  test('are read from the samples of operations', () => {
    const text =
      '# A\n\n<!-- UsageSnippet language="python" operationID="x" method="post" path="/task/{connection_id}/task/{id}" -->\n'
    expect(prefilter.pathParameters(text)).toEqual([
      { name: 'connection_id', offset: 84 },
      { name: 'id', offset: 105 },
    ])
    expect(prefilter.pathParameters('# A')).toEqual([])
  })
})

describe('reserved words', () => {
  test.each([
    [python, 'from_', 'from'],
    [php, 'dollarRef', 'dollarref'],
    [typescript, 'homeURLPath', 'homeurlpath'],
  ])('$id %s', (dialect, field, key) => {
    expect(dialect.fieldKey(field, 'Door')).toBe(key)
  })
})
