// Knows what annotations of GitHub Actions look like, and that no text can become a command.

import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { renderGithub } from '../../src/drift/github.js'
import type { Finding } from '../../src/reconcile/finding.js'
import { diagnostics, finding, findings, hostileFinding, modelOf, says, spanAt } from './sample.js'

const model = modelOf('delta', 'alpha')
const lines = (given: readonly Finding[], problems: readonly Diagnostic[] = []): string[] =>
  renderGithub(model, given, problems).split('\n').slice(0, -1)

test('a finding with everything', () => {
  const given = finding({
    rule: 'type-conflict',
    severity: 'error',
    field: 'size',
    message: '100% text: here',
    expected: 'int64',
    span: spanAt('docs/a,b:c.md', 9, 20),
    witnesses: [says('delta', '`string`')],
  })
  expect(lines([given])).toEqual([
    '::error file=docs/a%2Cb%3Ac.md,line=9,col=20,title=type-conflict (delta)::Parcel.size: 100%25 text: here' +
      '%0AThe docs say: `string`%0AThe model says: int64' +
      '%0ACause: The specification changed between the releases of the SDKs, or a cell was edited by hand.' +
      '%0AFix: Correct the cell that is wrong, or regenerate the SDK that is behind.',
  ])
})

test('worst first, each with its command and place', () => {
  expect(lines(findings, diagnostics).map((line) => line.split('::')[1])).toEqual([
    'error title=CG604',
    'error file=docs/delta/a b.md,line=4,col=1,title=CG106',
    'error file=docs/delta/parcel.md,line=9,col=20,title=type-conflict (delta)',
    'error file=docs/delta/parcel.md,line=20,col=1,title=required-conflict (delta)',
    'error file=docs/delta/parcel.md,line=21,col=1,title=required-conflict (delta)',
    'error file=docs/delta/parcel.md,line=22,col=1,title=required-conflict (delta)',
    'warning file=docs/alpha/parcel.md,line=8,col=5,title=CG501',
    'warning file=docs/delta,title=missing-model (delta)',
    'warning file=docs/delta/parcel.md,line=7,col=1,title=missing-field (delta)',
    'notice file=docs/delta/parcel.md,line=3,col=1,title=description-differs (delta)',
  ])
})

test('nothing to tell', () => expect(renderGithub(model, [], [])).toBe(''))

test('hostile texts make one command with the properties it should have', () => {
  const [line = '', ...more] = lines([hostileFinding])
  expect(more).toEqual([])
  expect(line).toMatch(/^::error file=[^,:]*,line=9,col=20,title=type-conflict \(delta\)::[^\r\n]*$/)
})

describe('many', () => {
  const many = (count: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) =>
      finding({ rule: 'dead-link', severity: index === count - 1 ? 'error' : 'info', fingerprint: `${index}` }),
    )

  test.each([
    [50, 50, undefined],
    [51, 50, 2],
    [1000, 50, 951],
  ])('%i findings are %i lines', (count, wanted, left) => {
    const told = lines(many(count))
    expect(told).toHaveLength(wanted)
    expect(told[0]).toMatch(/^::error /)
    const last = told.at(-1)
    if (left === undefined) expect(last).not.toContain('more')
    else expect(last).toBe(`::notice title=codegen::${left} more in the report`)
  })
})
