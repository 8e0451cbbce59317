// Knows what a language's notation for types is made of: words, containers, wrappers, as data that is read and written by one engine.

import type { LiteralValue, Ternary, Type, TypeKind } from '../../ir/type.js'

/** A type without what its surroundings add to it. */
export type Bare = Type extends infer T ? (T extends Type ? Omit<T, 'nullable' | 'spelling'> : never) : never

/** A word for a type. */
export interface Word {
  readonly text: string
  readonly type: Bare
  /** Spelling inside a wrapper, where it is another (boxed types). */
  readonly wrapped?: string
  /**
   * `link`: written as a link to `href` or `page`; `bare`: without any mark; `label`: among others inside a mark, where the
   * cell has another word. Otherwise with the notation's mark.
   */
  readonly as?: 'link' | 'bare' | 'label'
  readonly href?: string
  /** The page below the docs folder that describes the word; the link to it depends on where it stands. */
  readonly page?: string
  /** Understood, but no longer written. */
  readonly old?: true
  /** Written only where it was read: docs have it by a setting, or for few fields. */
  readonly rare?: true
  /** Never carries a wrapper. */
  readonly unwrapped?: true
}

/** A notation for lists or maps. `open` may depend on how deep the container lies, 0 for the outermost. */
export interface Container {
  readonly kind: 'array' | 'map' | 'collection' | 'stream'
  readonly open: string | ((depth: number) => string)
  readonly close: string
  /** `cell`: around marked parts; `label`: inside a mark. */
  readonly place: 'cell' | 'label'
  readonly old?: true
}

/** A notation that makes a type optional or nullable, with what it says of null where the field is required and where it is not. */
export interface Wrapper {
  readonly open: string
  readonly close: string
  readonly required?: Ternary
  readonly optional?: Ternary
  /** Inside a list or map. */
  readonly element?: Ternary
  /** Written only where it was read: docs have it by a setting. */
  readonly rare?: true
  readonly old?: true
}

/** One language's notation. */
export interface Notation {
  /** The mark around a leaf that is no link. */
  readonly mark: '*' | '`'
  readonly words: readonly Word[]
  readonly containers: readonly Container[]
  /** Written after a list's items, in a cell and in a label. */
  readonly arraySuffix?: string
  readonly wrappers: readonly Wrapper[]
  /** A wrapper around a whole cell, marks and all, for what is optional and nullable; docs have it by a setting. */
  readonly outerWrapper?: { readonly open: string; readonly close: string }
  /** What the absence of a wrapper says of null: in a required field, in an optional one (never written where absent), inside a list or map. */
  readonly bare: { readonly required: Ternary; readonly optional?: Ternary; readonly element: Ternary }
  /** Whether old docs left out the wrapper of optional fields, so that its absence is no contradiction. */
  readonly oldWithoutWrapper?: true
  /** Kinds that never carry a wrapper. */
  readonly unwrapped: readonly TypeKind[]
  /** A union inside a label: an enclosing call, or a bar between the members. */
  readonly union?: {
    readonly open: string
    /** Other words for `open`, no longer written. */
    readonly old?: readonly string[]
    /** What opens a union whose members stand behind the values that tell them apart: `open 'key', { 'value' => member })`. */
    readonly tagged?: string
    readonly separator: string
    /** The separator outside table cells, where it is not escaped. */
    readonly plainSeparator?: string
    readonly close: string
    /** Members that stand for values that an open enumeration does not list. */
    readonly unlisted?: readonly string[]
    /** The member that stands for an optional field. */
    readonly null?: string
    /** Whether a cell spells the union out even where its page has a name. */
    readonly inlined?: true
  }
  /** A union of whole cells. */
  readonly cellUnion?: string
  /** A constant. */
  readonly literal?: {
    readonly open: string
    readonly close: string
    readonly constants: { readonly [word: string]: LiteralValue }
  }
  /** What stands between the parts of a qualified name. */
  readonly separator: '.' | '\\' | '::'
  /** The ends of names that belong to the SDK's own library. */
  readonly library?: RegExp
  /** Whether a model may be named by emphasis, qualified but without a link. */
  readonly unlinkedNames?: true
}

/** The text that opens a container at a depth. */
export function openOf(container: Container, depth: number): string {
  return typeof container.open === 'string' ? container.open : container.open(depth)
}

/** The target of a word's link on a page: as given, or one `../` for each folder that the page lies below its docs folder. */
export function hrefOf(word: Word, file: string | undefined): string {
  if (word.page === undefined) return word.href ?? ''
  const folders = (file ?? 'docs/models/any/page.md').split('/').slice(0, -1)
  const docs = folders.findLastIndex((folder) => folder.toLowerCase() === 'docs')
  const below = docs === -1 ? 2 : folders.length - docs - 1
  return (below === 0 ? './' : '../'.repeat(below)) + word.page
}
