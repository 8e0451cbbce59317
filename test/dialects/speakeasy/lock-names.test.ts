import { expect, test } from 'vitest'
import { lockNames } from '../../../src/dialects/speakeasy/lock-names.js'

const lock = [
  'lockVersion: 2.0.0',
  'features:',
  '  python:',
  '    core: 6.0.9',
  'examples:',
  '  openLocker:',
  '    speakeasy-default-open-locker:',
  '      parameters:',
  '        path:',
  '          locker_id: "<id>"',
  '        query:',
  '          dryRun: false',
  '        header:',
  '          X-Request: "<value>"',
  '      requestBody:',
  '        application/json: {"doors": [{"door_no": 1}, {"door_no": 2}], "utm_source": "a: b"}',
  '      responses:',
  '        "200":',
  '          application/json: [{"openedAt": "2024-02-11T08:30:00Z"}]',
  '        "400":',
  '          application/json: {"broken',
  'examplesVersion: 1.0.2',
  'after:',
  '  application/json: {"outside": 1}',
].join('\n')

test('names of parameters and of JSON bodies, each at its line', () => {
  const lines = lock.split('\n')
  const lineOf = (offset: number): number => lock.slice(0, offset).split('\n').length
  const wanted: [string, string][] = [
    ['locker_id', 'locker_id'],
    ['dryRun', 'dryRun'],
    ['doors', 'utm_source'],
    ['door_no', 'utm_source'],
    ['utm_source', 'utm_source'],
    ['openedAt', 'openedAt'],
  ]
  expect(lockNames(lock).map(({ name, offset }) => [name, lineOf(offset)])).toEqual(
    wanted.map(([name, part]) => [name, lines.findIndex((line) => line.includes(part)) + 1]),
  )
})

test.each([
  ['no text', ''],
  ['no examples', 'lockVersion: 2.0.0\n'],
  ['examples of another shape', 'examples:\n  - 7\n  - {a: b}\n'],
  ['no YAML', '{"examples": {"a": 1}}'],
])('%s gives none', (_, text) => {
  expect(lockNames(text)).toEqual([])
})

test('line ends of Windows', () => {
  expect(lockNames(lock.replaceAll('\n', '\r\n')).map(({ name }) => name)).toEqual(
    lockNames(lock).map(({ name }) => name),
  )
})
