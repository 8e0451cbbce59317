// Knows the invented models that validators are measured on: nested three deep, with lists of a hundred.

import type { ApiModel, Field, Model } from '../../src/ir/model.js'
import type { Type } from '../../src/ir/type.js'
import {
  api,
  array,
  boolean,
  dateTime,
  enumeration,
  field,
  integer,
  literal,
  map,
  nullable,
  number,
  object,
  ref,
  string,
  union,
} from '../emit/sample-model.js'

/** What the models are about; each name is one of them. */
const subjects = `Orchard Ferry Library Kiln Beehive Harbour Workshop Festival Nursery Quarry
  Bakery Aviary Depot Gallery Vineyard Lighthouse Tramway Greenhouse Sawmill Observatory`.split(/\s+/)

const details: readonly Field[] = [
  field('label', string),
  field('weight?', number),
  field('is_fragile', boolean),
  field('grade', union(literal('fine'), literal('fair'), literal('poor'))),
  field('checked_at?', nullable(dateTime)),
  field('codes', array(string)),
  field('attributes?', map(string)),
  field('rank', integer),
  field('note?', nullable(string)),
]

const parts: readonly Field[] = [
  field('id', string),
  field('count', integer),
  field('made_at', dateTime),
  field('price', nullable(number)),
  field('tags', array(string)),
  field('is_open', boolean),
  field('remark?', string),
]

/** Every model differs from the others in which fields it has, so that no two have objects of one form. */
function modelsOf(subject: string, index: number): readonly Model[] {
  const id = (name: string): string => `shared/${subject}-${name}`.toLowerCase()
  const from = <T>(all: readonly T[], most: number): T[] => all.filter((_, at) => at < 4 || (at + index) % 4 < most)
  const state = ref(id('state'))
  const detail: Type = ref(id('detail'))
  return [
    enumeration(
      id('state'),
      `${subject}State`,
      ['planned', 'open', 'paused', 'closed', 'gone'].slice(index % 3),
      false,
    ),
    object(id('detail'), `${subject}Detail`, from(details, 3)),
    object(id('part'), `${subject}Part`, [
      ...from(parts, 3),
      field('state', state),
      index % 2 === 0 ? field('detail', detail) : field('detail?', nullable(detail)),
      ...(index % 4 === 0 ? [field('more', array(detail))] : []),
    ]),
    object(id('whole'), subject, [
      field('name', string),
      field('opened_at', dateTime),
      field('visitors?', integer),
      field(`${subject.toLowerCase()}_kind`, literal(subject)),
      field('parts', array(ref(id('part')))),
      ...(index % 3 === 0 ? [field('first_part?', nullable(ref(id('part'))))] : []),
    ]),
  ]
}

/** All models; the roots are those of {@link rootIds}. */
export const benchApi: ApiModel = api(subjects.flatMap(modelsOf))

/** The models that are measured. */
export const rootIds: readonly string[] = subjects.map((subject) => `shared/${subject}-whole`.toLowerCase())
