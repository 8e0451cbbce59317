// Knows whether a printed file says what was meant, where it is written in the part of TypeScript that is generated.

import { readFile } from './syntax/read-statements.js'
import { OtherSyntax, type Comments, type Expression, type Key, type Statement } from './syntax/syntax.js'
import { readTokens } from './syntax/tokens.js'
import type { FilePlan } from './verify.js'

/**
 * Whether a file is known to be what was planned: its text is read anew and compared. False where it is not, or where only the
 * compiler could tell; it has the last word then.
 */
export function readsAsPlanned(text: string, plan: FilePlan): boolean {
  try {
    const statements = readFile(readTokens(text))
    if (statements.length !== plan.length) return false
    return statements.every((statement, index) => JSON.stringify(planOf(statement)) === plan[index])
  } catch (error) {
    if (error instanceof OtherSyntax) return false
    throw error
  }
}

/** What a statement came out as, in the form of a plan. */
function planOf(statement: Statement): readonly unknown[] {
  const tags = tagsOf(statement.comments)
  switch (statement.kind) {
    case 'list': {
      const [word = '', ...rest] = statement.head.split(' ')
      const names = statement.names.map((name) =>
        name.startsWith('type ') ? [name.slice(5), true] : [name, rest[0] === 'type'],
      )
      return [word === 'import' ? 'import' : 're-export', textOf(statement.from ?? '""'), '', ...names]
    }
    case 'all':
      return ['import', textOf(statement.from), statement.head.split(' ').at(-1)]
    case 'interface': {
      const members = statement.members.map(({ key, isOptional, comments }) =>
        key.kind === 'parameter' ? ['[key]', false, tagsOf(comments)] : [keyOf(key), isOptional, tagsOf(comments)],
      )
      return ['interface', nameOf(statement.head), tags, ...members]
    }
    case 'alias':
      return ['alias', nameOf(statement.head), tags]
    case 'const':
      return ['const', nameOf(statement.head), tags, ...entriesOf(statement.value)]
    case 'function': {
      const names = statement.parameters.map(({ name }) => name)
      return ['function', nameOf(statement.head), tags, ...names, statement.body.length]
    }
    default:
      return [statement.kind]
  }
}

/** The entries of an object `{ … } as const`; none of any other value, whose plan lists none. */
function entriesOf(value: Expression): readonly (readonly unknown[])[] {
  if (value.kind !== 'typed' || value.word !== 'as' || value.value.kind !== 'object') return []
  return value.value.properties.map(({ key, value: own }) => [ownKeyOf(key), constantOf(own)])
}

function constantOf(value: Expression | { readonly kind: 'getter' } | undefined): string {
  if (value?.kind === 'string') return JSON.stringify(textOf(value.text))
  if (value?.kind === 'number' || value?.kind === 'constant') return value.text
  if (value?.kind === 'unary' && value.operator === '-') return `-${constantOf(value.value)}`
  throw new OtherSyntax('an entry that is no constant')
}

/** A key `__proto__` that is not computed is none: it sets the prototype. */
function ownKeyOf(key: Key): string {
  return key.kind !== 'computed' && keyOf(key) === '__proto__' ? 'the prototype' : keyOf(key)
}

function keyOf({ kind, text }: Key): string {
  return kind === 'bare' ? text : textOf(text)
}

function nameOf(head: string): string {
  return head.slice(head.lastIndexOf(' ') + 1)
}

function textOf(literal: string): string {
  const text: unknown = JSON.parse(literal)
  return String(text)
}

/** The tags of comments, each at the beginning of its line. Where another sign might begin one, or back-ticks are not paired, the compiler must tell. */
function tagsOf(comments: Comments): readonly string[] {
  return comments.flatMap(({ text }) => {
    if (!text.startsWith('/**')) return []
    const isPaired = text.split('\n').every((line) => line.split('`').length % 2 === 1)
    const tags = [...text.matchAll(/^(?:\/\*\*| *\*) @(\w+)(?=\s)/gm)].map(([, name]) => name ?? '')
    const signs = text.replace(/(?<=[\w.%+\\-])@/g, '').split('@').length - 1
    if (!isPaired || signs !== tags.length || !/^\/\*\*\s/.test(text))
      throw new OtherSyntax('a comment of another form')
    return tags
  })
}
