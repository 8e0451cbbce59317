// Knows how each cell of the Python notation is read and written back.

import { describe } from 'vitest'
import { python } from '../../src/dialects/speakeasy/python.js'
import { expectCells, expectProblems } from './cells.js'

const x = '(../../models/components/x.md)'
const date = '[date](https://docs.python.org/3/library/datetime.html#date-objects)'
const day = '[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)'

describe('words', () => {
  expectCells(python, [
    ['*str*', '+', 'string!'],
    ['*Optional[str]*', '-', 'string!'],
    ['*Nullable[str]*', '+', 'string?'],
    ['*OptionalNullable[str]*', '-', 'string?'],
    ['*int*', '+', 'int!'],
    ['*Optional[float]*', '-', 'float!'],
    ['*OptionalNullable[bool]*', '-', 'boolean?'],
    ['*Any*', '+', 'any!'],
    ['*Optional[Any]*', '-', 'any!'],
    ['*Decimal*', '+', 'float:decimal!'],
    ['*UUID*', '+', 'string!'],
    ['*Optional[UUID]*', '-', 'string!'],
    ['List[*timedelta*]', '-', '[string!]'],
    ['*OptionalNullable[Base64EncodedString]*', '-', 'string?'],
    ['[UUID](../../models/components/uuid.md)', '+', '@UUID(../../models/components/uuid.md)!'],
    ['*Optional[Decimal]*', '-', 'float:decimal!'],
    [date, '+', 'date-time'],
    [date, '-', 'date-time'],
    [day, '-', 'date'],
    ['*Union[bytes, IO[bytes], io.IOBase]*', '+', 'request-bytes!'],
    ['*Optional[Union[bytes, IO[bytes], io.IOBase]]*', '-', 'request-bytes!'],
    ['*httpx.Response*', '+', 'response-bytes!'],
    ['[httpx.Response](https://www.python-httpx.org/api/#response)', '+', '<httpx.Response>'],
    ['[httpx.Response](https://www.python-httpx.org/api/#response)', '-', '<httpx.Response>'],
  ])
})

describe('constants', () => {
  expectCells(python, [
    ['*Literal["x"]*', '+', '"x"!'],
    ['*Optional[Literal["x"]]*', '-', '"x"!'],
    ['*Literal[7]*', '+', '7!'],
    ['*Literal[True]*', '+', 'true!'],
    ['*Literal[False]*', '+', 'false!'],
    ['*Literal[None]*', '+', 'null!'],
    ['*Literal["a]b\\|c"]*', '+', '"a]b|c"!'],
    ['List[*Literal["x"]*]', '+', '["x"!]'],
  ])
})

describe('lists and maps', () => {
  expectCells(python, [
    ['List[*str*]', '-', '[string!]'],
    ['List[List[*float*]]', '+', '[[float!]]'],
    ['Dict[str, *Any*]', '-', '{any!}'],
    ['Dict[str, List[*str*]]', '+', '{[string!]}'],
    ['Dict[str, *Nullable[str]*]', '-', '{string?}'],
    [`List[[Nullable[components.X]]${x}]`, '-', `[@components.X${x}?]`],
    [`List[${date}]`, '+', '[date-time]'],
    [`Dict[str, List[[components.X]${x}]]`, '+', `{[@components.X${x}!]}`],
  ])
})

describe('models', () => {
  expectCells(python, [
    [`[components.X]${x}`, '+', `@components.X${x}!`],
    [`[Optional[components.X]]${x}`, '-', `@components.X${x}!`],
    [`[Nullable[components.X]]${x}`, '+', `@components.X${x}?`],
    [`[OptionalNullable[components.X]]${x}`, '-', `@components.X${x}?`],
    ['[models.X](../models/x.md)', '+', '@models.X(../models/x.md)!'],
    ['[Optional[models.X]](./X.md)', '-', '@models.X(./X.md)!'],
  ])
})

describe('old notations', () => {
  expectCells(python, [
    ['list[*str*]', '+', '[string!]', 'List[*str*]'],
    ['dict[str, *Any*]', '-', '{any!}', 'Dict[str, *Any*]'],
    ['dict[str, list[*str*]]', '-', '{[string!]}', 'Dict[str, List[*str*]]'],
    ['[Optional[X]](../../models/shared/x.md)', '-', '@X(../../models/shared/x.md)!'],
    ['[Optional[X]](undefined/models/shared/x.md)', '-', '@X(undefined/models/shared/x.md)!'],
    ['*Optional[Nullable[str]]*', '-', 'string?', '*OptionalNullable[str]*'],
    [`[Optional[Nullable[shared.X]]]${x}`, '-', `@shared.X${x}?`, `[OptionalNullable[shared.X]]${x}`],
    [`[Union[str, List[str]]]${x}`, '+', `@=(string | [string!])${x}!`],
    [`[Optional[Union[str, List[str], shared.X]]]${x}`, '-', `@=(string | [string!] | @shared.X)${x}!`],
    [`[Union[]]${x}`, '+', `@=()${x}!`],
    [`[Optional[Union[date, datetime]]]${x}`, '-', `@=(date | date-time)${x}!`],
    [
      '[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)',
      '-',
      '<requests.Response>',
    ],
    ['[requests.Request](https://requests.readthedocs.io/en/latest/api/#requests.Request)', '+', '<requests.Request>'],
    ['*Union[bytes, IO[bytes], io.BufferedReader]*', '+', 'request-bytes!'],
    ['*Optional[Union[bytes, IO[bytes], io.BufferedReader]]*', '-', 'request-bytes!'],
    ['*OptionalNullable[Union[bytes, IO[bytes], io.BufferedReader]]*', '-', 'request-bytes?'],
    ['List[*Union[bytes, IO[bytes], io.BufferedReader]*]', '+', '[request-bytes!]'],
    ['*Optional[bytes]*', '-', 'bytes!', '*Optional[Union[bytes, IO[bytes], io.IOBase]]*'],
    ['*bytes*', '+', 'bytes!', '*Union[bytes, IO[bytes], io.IOBase]*'],
  ])
})

describe('problems', () => {
  expectProblems(python, [
    ['*Maybe[bool]*', '-', ['CG302 1-6'], 'unknown'],
    ['*Optional[str*', '-', ['CG301 13-14'], 'unknown'],
    ['*Optional[strr]*', '-', ['CG302 10-14'], 'unknown'],
    ['*Hinge*', '+', ['CG302 1-6'], '@Hinge!'],
    ['*shared.Hinge*', '+', ['CG302 1-13'], '@shared.Hinge!'],
    ['*Optional[Union[str, Hinge]]*', '-', ['CG302 21-26'], '(string | @Hinge)!'],
    ['List[str]', '+', ['CG301 5-9'], 'unknown'],
    ['List[*str*', '+', ['CG301 10-10'], 'unknown'],
    ['Set[*str*]', '+', ['CG301 0-10'], 'unknown'],
    ['*str*', '-', ['CG304 0-5'], 'string'],
    [`[components.X]${x}`, '-', [`CG304 0-${14 + x.length}`], `@components.X${x}`],
    ['*Optional[str]*', '+', ['CG304 1-14'], 'string'],
    ['*OptionalNullable[str]*', '+', ['CG304 1-22'], 'string'],
    ['*Nullable[str]*', '-', ['CG304 1-14'], 'string'],
    ['*string*', '+', ['CG302 1-7'], 'unknown'],
    ['`string`', '+', ['CG302 1-7'], 'unknown'],
    ['*List[str*', '+', ['CG301 9-10'], 'unknown'],
  ])
})

describe('streams', () => {
  expectCells(python, [
    ['*Optional[Generator[shared.Event]]*', '-', '<Generator[shared.Event]>!'],
    ['*eventstreaming.EventStream[models.Event]*', '+', '<eventstreaming.EventStream[models.Event]>'],
    [
      '*Optional[Union[eventstreaming.EventStream[models.Event], eventstreaming.EventStreamAsync[models.Event]]]*',
      '-',
      '<Union[eventstreaming.EventStream[models.Event], eventstreaming.EventStreamAsync[models.Event]]>!',
    ],
    [
      '*Union[jsonl.JsonLStream[str], jsonl.JsonLStreamAsync[str]]*',
      '+',
      '<Union[jsonl.JsonLStream[str], jsonl.JsonLStreamAsync[str]]>',
    ],
  ])
})

describe('constants of open enumerations', () => {
  expectCells(python, [
    ['*Union[Literal["lead"], UnrecognizedStr]*', '+', '"lead"!'],
    ['*Optional[Union[Literal[7], UnrecognizedInt]]*', '-', '7!'],
  ])
})
