// Knows how prettier lays out statements, the comments above them and the empty lines between them.

import { group, hardline, ifBreak, indent, indentIfBreak, join, line, softline, type Doc } from './doc.js'
import type { ExpressionContext } from './context.js'
import { layAssignment, layExpression, layKey } from './lay-expression.js'
import { isHugged, layParameters, layType } from './lay-type.js'
import { ending, lastComma, quoted, type LayoutSettings } from './settings.js'
import { OtherSyntax, type Comments, type Expression, type Member, type Statement } from '../../emit/syntax/syntax.js'

/** Statements one below the other. */
export function layStatements(statements: readonly Statement[], settings: LayoutSettings): Doc {
  const context: ExpressionContext = {
    ...settings,
    lay: (value, place) => layExpression(value, context, place),
    layBody: (body) => layBody(body, settings),
  }
  return statements.map((statement, index) => {
    const isLast = index === statements.length - 1
    return [layStatement(statement, context), isLast ? '' : statement.isApart ? [hardline, hardline] : hardline]
  })
}

function layBody(body: readonly Statement[], settings: LayoutSettings): Doc {
  return body.length === 0 ? '{}' : ['{', indent([hardline, layStatements(body, settings)]), hardline, '}']
}

function layStatement(statement: Statement, context: ExpressionContext): Doc {
  return [layComments(statement.comments), layBare(statement, context)]
}

function layBare(statement: Statement, context: ExpressionContext): Doc {
  const end = ending(context)
  switch (statement.kind) {
    case 'list':
      return layList(statement, context)
    case 'all':
      return [statement.head, ' from ', quoted(statement.from, context), end]
    case 'interface':
      return [statement.head, ' ', layMembers(statement.members, context)]
    case 'alias':
      return [layAlias(statement, context), end]
    case 'const': {
      const { head, type, value } = statement
      const left = type === undefined ? head : [head, ': ', layType(type, context)]
      const isBreakable = type?.kind === 'reference' && type.args.length > 1
      if (type !== undefined && type.kind !== 'reference') throw new OtherSyntax('a constant of another type')
      return [layAssignment({ left, sign: ' =', value, isBreakable }, context), end]
    }
    case 'function': {
      const { head, parameters, returns, body } = statement
      const type = returns === undefined ? '' : [': ', layType(returns, context)]
      return [head, group([layParameters(parameters, context), type]), ' ', layBody(body, context)]
    }
    case 'return':
      return [statement.value === undefined ? 'return' : ['return ', layReturned(statement.value, context)], end]
    case 'if': {
      const { test } = statement
      const inner = layExpression(test, context, 'test')
      const isNegated =
        test.kind === 'unary' && test.value.kind === 'binary' && /&&|\|\||\?\?/.test(test.value.operator)
      const asked = isNegated ? inner : group([indent([softline, inner]), softline])
      return group(['if (', asked, ')', layClause(statement.body, context)])
    }
    case 'for': {
      const { name, word, value, body } = statement
      const loop = `for (const ${name} ${word} `
      return group([loop, layExpression(value, context), ')', layClause(body, context)])
    }
    case 'expression':
      return [layExpression(statement.value, context), end]
  }
}

function layClause(statement: Statement, context: ExpressionContext): Doc {
  return indent([line, layStatement(statement, context)])
}

function layReturned(value: Expression, context: ExpressionContext): Doc {
  const inner = layExpression(value, context, 'return')
  return value.kind === 'binary' ? group([ifBreak('('), indent([softline, inner]), softline, ifBreak(')')]) : inner
}

function layList({ head, names, from }: Extract<Statement, { kind: 'list' }>, context: ExpressionContext): Doc {
  const edge = context.bracketSpacing ? line : softline
  const space = context.bracketSpacing ? ' ' : ''
  const [only = ''] = names
  const list =
    names.length === 0
      ? '{}'
      : names.length === 1
        ? `{${space}${only}${space}}`
        : group(['{', indent([edge, join([',', line], [...names])]), lastComma(context), edge, '}'])
  return [head, ' ', list, from === undefined ? '' : [' from ', quoted(from, context)], ending(context)]
}

function layMembers(members: readonly Member[], context: ExpressionContext): Doc {
  if (members.length === 0) return '{}'
  const docs = members.map(({ comments, key, isOptional, type }) => {
    const name = [layKey(key, context), isOptional ? '?' : '']
    const signature = [name, ': ', layType(type, context)]
    return [layComments(comments), key.kind === 'parameter' ? group(signature) : signature, ending(context)]
  })
  return ['{', indent([hardline, join(hardline, docs)]), hardline, '}']
}

function layAlias({ head, type }: Extract<Statement, { kind: 'alias' }>, context: ExpressionContext): Doc {
  if (type.kind === 'union' && !isHugged(type.members))
    return group([group(head), ' =', group(indent([line, layType(type, context, 'alias')]))])
  const gap = group(indent(line))
  return group([group(head), ' =', gap, indentIfBreak(layType(type, context), gap)])
}

/** Comments; those of several lines are set in with what they belong to. */
function layComments(comments: Comments): Doc {
  return comments.map(({ text, below }) => {
    const lines = text.split('\n')
    if (lines.slice(1).some((one) => !one.trimStart().startsWith('*')))
      throw new OtherSyntax('a comment of another form')
    const last = lines.length - 1
    const set = lines.map((one, index) =>
      index === 0 ? one.trimEnd() : ` ${index < last ? one.trim() : one.trimStart()}`,
    )
    return [join(hardline, set), hardline, below > 1 ? hardline : '']
  })
}
