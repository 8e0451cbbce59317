// Knows how the description of a language becomes a dialect of this family.

import { orConstant } from '../../ir/type.js'
import type { Dialect, Projection, WantedMember, WrittenMember } from '../dialect.js'
import { withMembers } from './accessors.js'
import { withUnionsAsAny } from './any-unions.js'
import { detectLanguage } from './detect.js'
import { grammarOf } from './grammar.js'
import type { Language, LanguageFacts } from './language.js'
import { parseCell } from './parse-cell.js'
import { fieldName, fileName, headingOf, memberName } from './name.js'
import { fieldKey } from './project-fields.js'
import { namespaceOf } from './namespace.js'
import { projectPage } from './project-page.js'
import { renderCell, renderLabel } from './render-cell.js'
import { memberLines, writePage } from './write-page.js'
import type { Word } from './notation.js'
import { writeHead, writeRow, writeValue } from './write-row.js'

/** The dialect of a language of the Speakeasy family. */
export function defineLanguage(facts: LanguageFacts): Dialect {
  const { notation } = facts
  const words = facts.blind.includes('constant') ? notation.words.map(hidingConstants) : notation.words
  const language: Language = { ...facts, grammar: grammarOf({ ...notation, words }) }
  return {
    id: language.id,
    label: language.label,
    family: 'speakeasy',
    fieldCase: language.fieldCase,
    blind: language.blind,
    parse: (cell, context) => parseCell(language.grammar, cell, context),
    render: (type, context) => renderCell(language.notation, type, context),
    fieldKey: (field, model) => fieldKey(language, field, model),
    fieldName: (wire, model) => fieldName(language, wire, model),
    memberName: (value, model) => memberName(language, value, model),
    writeRow,
    writeValue,
    writeHead,
    writePage: (page) => writePage(language, page),
    ...(language.unlinkedUnions === true ? { unlinkedUnions: true } : {}),
    showsMembers: language.writeMember !== undefined,
    writeMember: (member) => writeMember(language, member),
    memberLines: (member) => memberLines(language, member),
    heading: (name) => headingOf(language, name),
    fileName: (heading) => fileName(language, heading),
    namespaceOf: (file) => namespaceOf(language.id, file),
    modelAliases: (name) => aliasesOf(language, name),
    detect: (page) => detectLanguage(language, page),
    project: (page) => projectPage(language, page),
    relate: (pages) => related(language, pages),
    namesAccessors: language.namesAccessors === true,
  }
}

/** A word of a language that writes constants with the words of their types. */
function hidingConstants(word: Word): Word {
  return ['number', 'boolean', 'date'].includes(word.type.kind) ? { ...word, type: orConstant(word.type) } : word
}

/** What only the pages of one variant together tell. */
function related(language: Language, pages: readonly Projection[]): readonly Projection[] {
  const named = language.namesAccessors === true ? withMembers(pages) : pages
  return language.unionsAsAny === true ? withUnionsAsAny(named) : named
}

function writeMember(language: Language, member: WantedMember): WrittenMember | undefined {
  const { union, folder } = member
  const said = renderLabel(language.notation, member.type)
  const short = renderLabel(language.notation, member.cellType, 'short')
  return language.writeMember?.({ type: member.type, said, short, union, folder })
}

function aliasesOf(language: Language, name: string): string[] {
  const renamed = Object.hasOwn(language.renames ?? {}, name) ? language.renames?.[name] : undefined
  const bare = language.nameSuffixes.filter((suffix) => name.endsWith(suffix) && name.length > suffix.length)
  return [...(renamed === undefined ? [] : [renamed]), ...bare.map((suffix) => name.slice(0, -suffix.length))]
}
