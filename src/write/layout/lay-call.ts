// Knows how prettier lays out a call: its arguments, and the chain of calls that it may end.

import {
  breakParent,
  conditionalGroup,
  group,
  hardline,
  indent,
  join,
  line,
  softline,
  willBreak,
  type Doc,
} from './doc.js'
import { groupsOf, isMember, linksOf, startsWithFactory, type Link } from './chain.js'
import type { ExpressionContext } from './context.js'
import { hugsLast, isComposition, isSimple } from './facts.js'
import { layTypeArguments } from './lay-type.js'
import type { Place } from './place.js'
import { lastComma } from './settings.js'
import { OtherSyntax, type CallExpression, type Expression } from '../../emit/syntax/syntax.js'

/** A call. */
export function layCall(call: CallExpression, context: ExpressionContext, place: Place): Doc {
  const { callee, isNew, types, args } = call
  if (callee.kind === 'arrow' || callee.kind === 'binary' || callee.kind === 'unary')
    throw new OtherSyntax('a call of something in parentheses')
  if (!isNew && isMember(callee)) return layChain(call, context, place)
  const head = context.lay(callee, { callee: args.length })
  const all = [isNew ? 'new ' : '', head, layTypeArguments(types, context), layArguments(call, context, place)]
  return callee.kind === 'call' ? group(all) : all
}

function layChain(call: CallExpression, context: ExpressionContext, place: Place): Doc {
  const links = linksOf(call, place)
  const groups = groupsOf(links)
  const isMerged = startsWithFactory(groups)
  const docs = groups.map((links) => links.map((link) => layLink(link, context)))
  if (groups.length <= (isMerged ? 3 : 2)) return isLargeCallee(call, place) ? docs : group(docs)
  const rest = docs.slice(isMerged ? 2 : 1)
  const broken = [docs[0] ?? '', isMerged ? (docs[1] ?? '') : '', indent([hardline, join(hardline, rest)])]
  const calls = links.flatMap(({ value }) => (value.kind === 'call' && !value.isNew ? [value] : []))
  const isComplex = calls.length > 2 && calls.some(({ args }) => args.some((arg) => !isSimple(arg)))
  const endsWithFunctions =
    willBreak(docs.at(-1) ?? '') && calls.slice(0, -1).some(({ args }) => args.some(({ kind }) => kind === 'arrow'))
  if (isComplex || endsWithFunctions || docs.slice(0, -1).some((one) => willBreak(one))) return group(broken)
  return [willBreak(docs) ? breakParent : '', conditionalGroup([docs, broken])]
}

function layLink(link: Link, context: ExpressionContext): Doc {
  if (link.kind === 'start') return context.lay(link.value, 'object')
  if (link.kind === 'call')
    return [layTypeArguments(link.value.types, context), layArguments(link.value, context, link.place)]
  const { value } = link
  return value.kind === 'member' ? `.${value.name}` : layIndex(value.index, context)
}

/** Whether it has more arguments than what it gives is called with, which then is broken first. */
function isLargeCallee({ isNew, args }: CallExpression, place: Place): boolean {
  return !isNew && typeof place === 'object' && place.callee > 0 && args.length > place.callee
}

function layArguments(call: CallExpression, context: ExpressionContext, place: Place): Doc {
  const { args } = call
  const last = args.at(-1)
  if (last === undefined) return '()'
  const docs = args.map((arg, index) => {
    const own = context.lay(arg, 'argument')
    return index === args.length - 1 ? own : [own, ',', line]
  })
  const comma = lastComma(context, 'all')
  const broken = group(['(', indent([line, ...docs]), comma, line, ')'], { shouldBreak: true })
  if (isComposition(args)) return broken
  if (hugsLast(args)) {
    const before = docs.slice(0, -1)
    if (before.some((one) => willBreak(one))) return broken
    const hugged = context.lay(last, 'last argument')
    const open = ['(', ...before, group(hugged, { shouldBreak: true }), ')']
    if (willBreak(hugged)) return [breakParent, conditionalGroup([open, broken])]
    return conditionalGroup([['(', ...before, hugged, ')'], open, broken])
  }
  const plain = ['(', indent([softline, ...docs]), comma, softline, ')']
  if (isLargeCallee(call, place)) return plain
  return group(plain, { shouldBreak: docs.some((one) => willBreak(one)) })
}

/** An index between brackets. */
export function layIndex(index: Expression, context: ExpressionContext): Doc {
  const inner = context.lay(index, 'elsewhere')
  return index.kind === 'number' ? ['[', inner, ']'] : group(['[', indent([softline, inner]), softline, ']'])
}
