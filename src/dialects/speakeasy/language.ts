// Knows what one language of this family is described by; the engine of the family turns it into a dialect.

import type { Fact } from '../../ir/model.js'
import type { Type } from '../../ir/type.js'
import type { CaseStyle } from '../../text/words.js'
import type { Grammar } from './grammar.js'
import type { Notation } from './notation.js'

/** What a page shows of a union's member: its heading as written, and its sample. */
export interface MemberSource {
  readonly heading: string
  readonly code?: string
}

/** What is known of one language: its notation, its names, and what its pages show besides tables. */
export interface LanguageFacts {
  readonly id: string
  readonly label: string
  readonly notation: Notation
  readonly fieldCase: CaseStyle
  /** The case of an enumeration's members; `prefixed` where the enumeration's name stands before them. */
  readonly memberCase: 'upper-snake' | 'pascal' | 'prefixed'
  /** Whether a number in a member's name joins the word before it. */
  readonly numbersJoin?: true
  /** Words that take an underscore when a field is called so. */
  readonly reserved: readonly string[]
  /** Words that names write in capitals. */
  readonly initialisms?: readonly string[]
  /** Whether page files are named in lower case, or as the heading. */
  readonly fileCase: 'lower' | 'pascal'
  readonly blind: readonly Fact[]
  /** The language of code blocks. */
  readonly fence: string
  /** The comment in a sample that marks an enumeration as open; absent where the language has none. */
  readonly openMark?: RegExp
  /** Whether the sample of an enumeration's page would say that it is open, so that its silence means closed. */
  readonly samplesEnums: boolean
  /** Whether the page of a union has a heading only, now or in old docs; a page without sections is an error elsewhere. */
  readonly blankUnions?: true
  /**
   * The words for a union's member in its notation, empty where there are none, and its type where they are no such words;
   * nothing for a heading that is no member's. Absent where the pages do not show members.
   */
  readonly readMember?: (source: MemberSource) => { readonly said: string; readonly type?: Type } | undefined
  /** Whether the page of a union names accessors: after the members' models, or after the values that tell these apart. */
  readonly namesAccessors?: true
  /** Endings that a model's name takes when it would be a reserved one. */
  readonly nameSuffixes: readonly string[]
  /** Renames of single models. */
  readonly renames?: { readonly [name: string]: string }
  /** Ending that a field's name takes when it would be its model's name. */
  readonly ownNameSuffix?: string
  /** Whether the samples of object pages are read for what they prove. */
  readonly readSample?: (code: string) => ReadonlyMap<string, { readonly nullable?: true; readonly fraction?: true }>
}

/** A language, ready to be read. */
export interface Language extends LanguageFacts {
  readonly grammar: Grammar
}
