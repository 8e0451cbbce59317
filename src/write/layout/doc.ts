// Knows what a layout is made of: texts, places where a line may be broken, and groups that are broken as a whole or not at all.

/** A layout. What prettier calls a doc, with the same meaning. */
export type Doc = string | readonly Doc[] | DocNode

/** A part of a layout that is no text. A closed union on `kind`. */
export type DocNode =
  | { readonly kind: 'line'; readonly flat: '' | ' '; readonly isHard: boolean }
  | { readonly kind: 'break' }
  | GroupDoc
  | ChoiceDoc
  | { readonly kind: 'indent'; readonly by: 'level' | 'two'; readonly contents: Doc; readonly breaks: boolean }
  /** Set in where a group is broken. */
  | { readonly kind: 'follow'; readonly contents: Doc; readonly group: GroupDoc; readonly breaks: boolean }
  /** One text where the group, or what stands around, is broken, another one where it is not. */
  | { readonly kind: 'if'; readonly broken: string; readonly flat: string; readonly group?: GroupDoc }
  /** Contents and lines in turns; each line is broken only where the next contents have no room. */
  | { readonly kind: 'fill'; readonly parts: readonly Doc[] }

/** What stays on one line where it has room. */
export interface GroupDoc {
  readonly kind: 'group'
  readonly contents: Doc
  readonly breaks: boolean
  /** Whether it was broken when it was last printed. */
  wasBroken: boolean
  /** Its text on one line, once it was asked for. */
  text?: string
}

/** The first of several forms that has room. */
export interface ChoiceDoc {
  readonly kind: 'choice'
  readonly states: readonly [Doc, ...Doc[]]
  text?: string
}

/** A blank, or a new line where the group is broken. */
export const line: Doc = { kind: 'line', flat: ' ', isHard: false }
/** Nothing, or a new line where the group is broken. */
export const softline: Doc = { kind: 'line', flat: '', isHard: false }
/** A new line; all groups around it are broken. */
export const hardline: Doc = { kind: 'line', flat: '', isHard: true }
/** Nothing; all groups around it are broken. */
export const breakParent: Doc = { kind: 'break' }

/** Contents that stay on one line where they have room. */
export function group(contents: Doc, { shouldBreak = false }: { readonly shouldBreak?: boolean } = {}): GroupDoc {
  return { kind: 'group', contents, breaks: shouldBreak || breaks(contents), wasBroken: false }
}

/** The first form that has room; the last one where none has. */
export function conditionalGroup(states: readonly [Doc, ...Doc[]]): Doc {
  return { kind: 'choice', states }
}

/** Contents whose further lines are set in by a level. */
export function indent(contents: Doc): Doc {
  return { kind: 'indent', by: 'level', contents, breaks: breaks(contents) }
}

/** Contents whose further lines are set in by two blanks. */
export function alignTwo(contents: Doc): Doc {
  return { kind: 'indent', by: 'two', contents, breaks: breaks(contents) }
}

/** Contents set in where a group before them is broken. */
export function indentIfBreak(contents: Doc, around: GroupDoc): Doc {
  return { kind: 'follow', contents, group: around, breaks: breaks(contents) }
}

/** A text where the group is broken, by default the one around, and another one where it is not. */
export function ifBreak(broken: string, flat = '', around?: GroupDoc): Doc {
  return { kind: 'if', broken, flat, ...(around && { group: around }) }
}

/** Contents and lines in turns, as many contents on each line as have room. */
export function fill(parts: readonly Doc[]): Doc {
  return { kind: 'fill', parts }
}

/** Docs with another one between them. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.map((one, index) => (index === 0 ? one : [separator, one]))
}

/** Whether the groups around it are broken by it. A choice keeps that to itself. */
function breaks(doc: Doc): boolean {
  if (typeof doc === 'string') return false
  if (!('kind' in doc)) return doc.some(breaks)
  switch (doc.kind) {
    case 'line':
      return doc.isHard
    case 'break':
      return true
    case 'choice':
    case 'if':
    case 'fill':
      return false
    default:
      return doc.breaks
  }
}

/** Whether it has a line break that nothing can take away, in the first of several forms too. */
export function willBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false
  if (!('kind' in doc)) return doc.some(willBreak)
  switch (doc.kind) {
    case 'choice':
      return willBreak(doc.states[0])
    case 'group':
    case 'indent':
    case 'follow':
      return doc.breaks || willBreak(doc.contents)
    default:
      return breaks(doc)
  }
}

/** The text of contents that are not broken. */
export function flatText(doc: Doc): string {
  if (typeof doc === 'string') return doc
  if (!('kind' in doc)) return doc.map(flatText).join('')
  switch (doc.kind) {
    case 'line':
    case 'if':
      return doc.flat
    case 'break':
      return ''
    case 'fill':
      return doc.parts.map(flatText).join('')
    case 'group':
      return (doc.text ??= flatText(doc.contents))
    case 'choice':
      return (doc.text ??= flatText(doc.states[0]))
    default:
      return flatText(doc.contents)
  }
}
