// Knows what one language of this family is described by; the engine of the family turns it into a dialect.

import type { Fact } from '../../ir/model.js'
import type { Type } from '../../ir/type.js'
import type { CaseStyle } from '../../text/words.js'
import type { WrittenMember } from '../dialect.js'
import type { Grammar } from './grammar.js'
import type { Notation } from './notation.js'

/** What a page shows of a union's member: its heading as written, and its sample. */
export interface MemberSource {
  readonly heading: string
  readonly code?: string
}

/** What a member of a union is written from. */
export interface MemberWords {
  /** Its type, models by the names they have among members. */
  readonly type: Type
  readonly said: string
  /** As cells would write it, lists and maps without their elements where a union cuts them down. */
  readonly short: string
  /** The heading of the union's page, and the folder that the page lies in. */
  readonly union: string
  readonly folder: string
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
  /** Whether old docs, which show no union's members, wrote unions as any value. */
  readonly unionsAsAny?: true
  /**
   * The words for a union's member in its notation, empty where there are none, and its type where they are no such words;
   * nothing for a heading that is no member's. Absent where the pages do not show members.
   */
  readonly readMember?: (source: MemberSource) => { readonly said: string; readonly type?: Type } | undefined
  /** Whether the page of a union names accessors: after the members' models, or after the values that tell these apart. */
  readonly namesAccessors?: true
  /** How the page of a union shows a member; undefined where it has no form for it, absent where such pages show no members. */
  readonly writeMember?: (member: MemberWords) => WrittenMember | undefined
  /** The text of the section that tells the members of a union apart, where the language has one. */
  readonly writeDiscrimination?: (union: string, of: { readonly members: readonly WrittenMember[] }) => string
  /** How a page of members ends where it does not end with a blank line, as most do: with the line of the last sample. */
  readonly unionEnd?: 'line'
  /** Whether one blank line stands before the first section, where others have two. */
  readonly tight?: true
  /** How values are listed where no page of the docs shows it; by default in a table. */
  readonly valuesForm?: 'code'
  /** Whether the headings of pages write initialisms in capitals. */
  readonly capitalHeadings?: true
  /** Whether cells name unions without a link. */
  readonly unlinkedUnions?: true
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
