// Knows what a chain of calls consists of, and where it may be broken.

import type { Place } from './place.js'
import type { CallExpression, Expression } from '../../emit/syntax/syntax.js'

/** Whether a call is one link of a chain so long that it may be broken at its dots. */
export function isLongChain(call: CallExpression): boolean {
  if (call.isNew || !isMember(call.callee)) return false
  const groups = groupsOf(linksOf(call))
  return groups.length > (startsWithFactory(groups) ? 3 : 2)
}

/** A link of a chain: what it starts with, a lookup, or a call. */
export type Link =
  | { readonly kind: 'start'; readonly value: Expression }
  | { readonly kind: 'lookup'; readonly value: Extract<Expression, { kind: 'member' | 'index' }> }
  | { readonly kind: 'call'; readonly value: CallExpression; readonly place: Place }

/** Links that stay on one line. */
export type LinkGroup = readonly [Link, ...Link[]]

/** Whether it looks something up in something else. */
export function isMember(value: Expression): value is Extract<Expression, { kind: 'member' | 'index' }> {
  return value.kind === 'member' || value.kind === 'index'
}

/** What a chain consists of, from its start to its last call. */
export function linksOf(last: CallExpression, place: Place = 'elsewhere'): readonly Link[] {
  const links: Link[] = [{ kind: 'call', value: last, place }]
  let around = last
  let value = last.callee
  for (;;) {
    if (isMember(value)) {
      links.unshift({ kind: 'lookup', value })
      value = value.object
    } else if (value.kind === 'call' && !value.isNew && (isMember(value.callee) || value.callee.kind === 'call')) {
      const isCallee: boolean = around.callee === value
      links.unshift({ kind: 'call', value, place: isCallee ? { callee: around.args.length } : 'elsewhere' })
      around = value
      value = value.callee
    } else {
      links.unshift({ kind: 'start', value })
      return links
    }
  }
}

/** The links that stay on one line: the start with what belongs to it, then each stretch of lookups with its calls. */
export function groupsOf([first, ...links]: readonly Link[]): readonly LinkGroup[] {
  if (first === undefined) return []
  let at = 0
  const head: [Link, ...Link[]] = [first]
  for (; links[at]?.kind === 'call' || isNumbered(links[at]); at += 1) head.push(...links.slice(at, at + 1))
  if (!(first.kind === 'start' && first.value.kind === 'call' && !first.value.isNew))
    for (; links[at]?.kind === 'lookup' && links[at + 1]?.kind === 'lookup'; at += 1)
      head.push(...links.slice(at, at + 1))
  const groups: [Link, ...Link[]][] = [head]
  let isCalled = true
  for (const link of links.slice(at)) {
    if (isCalled && link.kind === 'lookup' && !(groups.length > 1 && isNumbered(link))) {
      groups.push([link])
      isCalled = false
    } else groups.at(-1)?.push(link)
    if (link.kind === 'call') isCalled = true
  }
  return groups
}

function isNumbered(link: Link | undefined): boolean {
  return link?.kind === 'lookup' && link.value.kind === 'index' && link.value.index.kind === 'number'
}

/** Whether what the chain starts with is called like a class, so that the first call stays beside it. */
export function startsWithFactory([first, second]: readonly LinkGroup[]): boolean {
  if (first === undefined || second === undefined) return false
  const isComputed = second[0].kind === 'lookup' && second[0].value.kind === 'index'
  const last = first.at(-1)
  const isOnly = first.length === 1
  if (isOnly ? last?.value.kind === 'name' : last?.value.kind === 'member') {
    const name = last?.value.kind === 'name' ? last.value.text : last?.value.kind === 'member' ? last.value.name : ''
    return /^[A-Z]|^[$_]+$/.test(name) || isComputed
  }
  return false
}
