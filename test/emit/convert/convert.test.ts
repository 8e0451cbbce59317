// Knows that conversions compile, lose nothing, and refuse what the validators refuse.

import { rmSync } from 'node:fs'
import { inspect, isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../../src/emit/convert/convert.js'
import type { EmittedFile } from '../../../src/emit/emitter.js'
import { emitters } from '../../../src/emit/index.js'
import type { ApiModel, Model } from '../../../src/ir/model.js'
import { compile, emit, load, textOf, writeFiles } from '../emitted.js'
import { pairsOf } from '../pairs.js'
import * as given from '../sample-model.js'

const { alternatives, any, api, array, dateTime, enumeration, field, literal, map, nullable } = given
const { object, ref, sample, string, type, union } = given

const day = type({ kind: 'date', time: false })

/** Models whose two sides differ, in every place where they can. */
const differing: readonly Model[] = [
  object('s/dates', 'Dates', [
    field('created_at', dateTime),
    field('updated_at?', nullable(dateTime)),
    field('birth_day', day),
    field('some_time?', type({ kind: 'date', time: 'unknown' })),
    field('seen_at', array(dateTime)),
    field('by_user', map(array(nullable(dateTime)))),
    field('until', union(dateTime, literal('never'))),
    field('at_or_count?', union(dateTime, given.number, type({ kind: 'boolean' }))),
    field('open_or_at?', union(ref('s/colour'), dateTime)),
    field('mood_or_at?', union(ref('s/mood'), dateTime)),
  ]),
  object('s/names', 'Names', [
    field('foo_bar', string),
    field('fooBar', string),
    field('_id', string),
    field('$ref?', string),
    field('URL', string),
    field('ALL_CAPS', string),
    field('to_string?', string),
    field('x-kebab-case', any),
    field('Pascal_Case', dateTime),
    field('line_1', string),
    field('with.dot', string),
  ]),
  object('s/labels', 'Labels', [field('owner_id', string)], dateTime),
  object('s/loose', 'Loose', [field('owner_id', string), field('valid_from?', dateTime)], any),
  object('s/node', 'Node', [field('made_at', dateTime), field('sub_nodes', array(ref('s/node')))]),
  object('s/chicken', 'Chicken', [field('first_egg?', nullable(ref('s/egg')))]),
  object('s/egg', 'Egg', [field('by', nullable(ref('s/chicken'))), field('laid_at', dateTime)]),
  enumeration('s/colour', 'Colour', ['dark_red', 'blue'], false),
  enumeration('s/mood', 'Mood', ['glad'], true),
  object('s/card-event', 'CardEvent', [field('event_type', literal('card')), field('card_no', string)]),
  object('s/bank-event', 'BankEvent', [field('event_type', literal('bank')), field('booked_at', dateTime)]),
  alternatives('s/event', 'Event', [ref('s/card-event'), nullable(ref('s/bank-event'))], 'event_type'),
  object('s/plain', 'Plain', [field('name', string)]),
  object('s/person', 'Person', [field('name', string), field('born_at', dateTime)]),
  object('s/firm', 'Firm', [field('name', string), field('vat_id', string)]),
  alternatives('s/party', 'Party', [ref('s/plain'), ref('s/person'), ref('s/firm'), array(ref('s/firm')), string]),
  alternatives('s/tree', 'Tree', [dateTime, map(ref('s/tree')), array(ref('s/tree'))]),
  object('s/holder', 'Holder', [
    field('the_event', ref('s/event')),
    field('the_party?', ref('s/party')),
    field('either', union(array(ref('s/person')), array(ref('s/firm')))),
    field('person_or_map?', union(ref('s/person'), map(dateTime))),
    field('card_or_text?', union(ref('s/card-event'), string, type({ kind: 'boolean' }))),
    field('any_thing', any),
  ]),
  object('s/party-wire', 'PartyWire', [field('an_id', string)]),
]

const model: ApiModel = { ...sample, models: [...sample.models, ...differing] }
const pairs = pairsOf(model)
let files: readonly EmittedFile[] = []
let folder = ''
let converters: Readonly<Record<string, unknown>> = {}
let guards: Readonly<Record<string, unknown>> = {}

beforeAll(async () => {
  const emitted = await Promise.all(emitters.map((emitter) => emit(emitter, model, { shape: 'sdk' })))
  expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  files = emitted.flatMap((each) => each.files)
  folder = writeFiles(files)
  converters = await load(folder, 'convert/index.js')
  guards = await load(folder, 'validators/index.js')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('all files of shape sdk compile under every strict option', () => {
  expect(compile(folder, files)).toEqual([])
})

test('nothing is converted in shape wire', async () => {
  expect((await emit(convert, model)).files).toEqual([])
})

describe.each(model.models.map(({ id }) => [id] as const))('%s', (id) => {
  test('both ways, from either side', () => {
    fc.assert(
      fc.property(pairs.of(id), ({ wire, own }) => {
        expectSame(parse(id, wire), { ok: true, value: own })
        expectSame(serialize(id, own), wire)
        expectSame(parse(id, serialize(id, own)), { ok: true, value: own })
      }),
      { numRuns: 50 },
    )
  })
})

describe('a date-time', () => {
  test.each([
    ['2024-02-29T23:59:60Z', '2024-03-01T00:00:00.000Z'],
    ['2024-02-29t08:30:00z', '2024-02-29T08:30:00.000Z'],
    ['2024-02-29T08:30:00.123456789Z', '2024-02-29T08:30:00.123Z'],
    ['2024-02-29T08:30:00.5+02:00', '2024-02-29T06:30:00.500Z'],
    ['0000-01-01T00:00:00-00:00', '0000-01-01T00:00:00.000Z'],
  ])('%s', (text, want) => {
    expect(parse('s/egg', { by: null, laid_at: text })).toEqual({
      ok: true,
      value: { by: null, laidAt: new Date(want) },
    })
  })

  test.each([new Date(Number.NaN), new Date('+010000-01-01T00:00:00Z')])('that has no form on the wire: %j', (date) => {
    expect(() => serialize('s/egg', { by: null, laidAt: date })).toThrow(RangeError)
  })
})

test.each([
  ['2016-12-31T23:59:60Z', new Date('2017-01-01T00:00:00Z')],
  ['2016-12-31T12:00:60Z', '2016-12-31T12:00:60Z'],
])('%s beside an open enumeration is %s, as leap seconds end a day in UTC', (text, want) => {
  const wire = { birth_day: '2024-02-29', created_at: '2024-02-29T08:30:00Z', seen_at: [], by_user: {}, until: 'never' }
  expect(parse('s/dates', { ...wire, mood_or_at: text })).toHaveProperty('value.moodOrAt', want)
})

test('what the validators refuse is refused with their issues', () => {
  expect(
    parse('s/dates', { created_at: 'yesterday', birth_day: '2024-02-29', seen_at: [], by_user: {}, until: 'never' }),
  ).toEqual({ ok: false, issues: [{ path: ['created_at'], expected: 'date-time', received: '"yesterday"' }] })
})

test('keys are spelt for programs, where no two fall together', () => {
  const wire = { foo_bar: '1', fooBar: '2', _id: '3', URL: '4', ALL_CAPS: '5', 'x-kebab-case': { a_b: 6 }, line_1: '7' }
  const parsed = parse('s/names', { ...wire, Pascal_Case: '2024-02-29T08:30:00Z', 'with.dot': '8', more_keys: 9 })
  const own = { foo_bar: '1', fooBar: '2', _id: '3', url: '4', allCaps: '5', xKebabCase: { a_b: 6 }, line1: '7' }
  const at = new Date('2024-02-29T08:30:00Z')
  expect(parsed).toStrictEqual({ ok: true, value: { ...own, pascalCase: at, 'with.dot': '8', more_keys: 9 } })
})

test('an unknown key spelt like a property does not become that property', () => {
  const wire = { by: null, laid_at: '2024-02-29T08:30:00.000Z', laidAt: 'no date' }
  const own = { by: null, laidAt: new Date('2024-02-29T08:30:00Z'), laid_at: 'no date' }
  expect(parse('s/egg', wire)).toStrictEqual({ ok: true, value: own })
  expect(serialize('s/egg', own)).toStrictEqual(wire)
})

test('the member in which the fewest keys are unknown is the one', () => {
  const person = { name: 'a', born_at: '2024-02-29T08:30:00.000Z' }
  expect(parse('s/party', person)).toEqual({ ok: true, value: { name: 'a', bornAt: new Date(person.born_at) } })
  expect(serialize('s/party', { name: 'a', vatId: '1' })).toEqual({ name: 'a', vat_id: '1' })
  expect(parse('s/party', { name: 'a', vat_id: 1 })).toEqual({ ok: true, value: { name: 'a', vat_id: 1 } })
})

test('a prototype is never set', () => {
  const wire: unknown = JSON.parse('{ "by": null, "laid_at": "2024-02-29T08:30:00Z", "__proto__": { "evil": 1 } }')
  const result = parse('s/egg', wire)
  expect(result).toHaveProperty('value')
  expect(JSON.stringify(result)).toContain('"__proto__":{"evil":1}')
  expect(result).not.toHaveProperty('value.evil')
})

test('what is serialised is accepted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...model.models.map(({ id }) => id)).chain((id) => fc.tuple(fc.constant(id), pairs.of(id))),
      ([id, { own }]) => {
        const name = pairs.nameOf(id)
        const guard = guards[`is${name}Wire2`] ?? guards[`is${name}Wire`] ?? guards[`is${name}`]
        expect(call(guard, serialize(id, own))).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('one file for all compiles and converts the same', async () => {
  const how = { shape: 'sdk', layout: 'single-file' } as const
  const emitted = await Promise.all(emitters.map((emitter) => emit(emitter, api(differing), how)))
  expect(emitted.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  const single = emitted.flatMap((each) => each.files)
  const place = writeFiles(single)
  try {
    expect(compile(place, single)).toEqual([])
    const { parseEgg } = await load(place, 'convert.js')
    expect(call(parseEgg, { by: null, laid_at: '2024-02-29T08:30:00Z' })).toEqual({
      ok: true,
      value: { by: null, laidAt: new Date('2024-02-29T08:30:00Z') },
    })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

test('a model named like the wire type of another keeps its name', async () => {
  expect(await textOf(convert, model, 'convert/s/party.ts', { shape: 'sdk' })).toContain(
    'convert.Codec<PartyWire2, Party>',
  )
})

test('the file of a model', async () => {
  expect(await textOf(convert, api(differing), 'convert/s/egg.ts', { shape: 'sdk' }))
    .toBe(`import type { Egg } from "../../models/s/egg.js";
import { validateEggWire } from "../../validators/s/egg.js";
import type { EggWire } from "../../wire/s/egg.js";
import * as convert from "../runtime.js";
import { chickenCodec } from "./chicken.js";

/** Converts Egg between the wire and the program. */
export const eggCodec: convert.Codec<EggWire, Egg> = convert.object({
    by: ["by", convert.lazy(() => chickenCodec)],
    laid_at: ["laidAt", convert.dateTime],
  });

/** Reads Egg from the wire, or says everything that is wrong with it. */
export function parseEgg(wire: unknown): convert.Result<Egg> {
  const result = validateEggWire(wire);
  return result.ok ? { ok: true, value: eggCodec.decode(result.value) } : result;
}

/** Writes Egg as it is on the wire. */
export function serializeEgg(value: Egg): EggWire {
  return eggCodec.encode(value);
}
`)
})

/** Equal in every key, be it called `constructor`, which `expect` takes for the class. */
function expectSame(value: unknown, want: unknown): void {
  if (!isDeepStrictEqual(value, want)) expect(inspect(value, { depth: 9 })).toBe(inspect(want, { depth: 9 }))
}

function parse(id: string, wire: unknown): unknown {
  return call(converters[`parse${pairs.nameOf(id)}`], wire)
}

function serialize(id: string, own: unknown): unknown {
  return call(converters[`serialize${pairs.nameOf(id)}`], own)
}

function call(value: unknown, argument: unknown): unknown {
  if (typeof value !== 'function') throw new Error(`${String(value)} is no function`)
  return value(argument)
}
