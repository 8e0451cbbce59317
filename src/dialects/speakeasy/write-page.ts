// Knows how this family lays out a whole page: the order of its parts, the blank lines between them, and how it ends.

import blank from '../../../templates/pages/blank.txt?raw'
import enumeration from '../../../templates/pages/enum.txt?raw'
import object from '../../../templates/pages/object.txt?raw'
import union from '../../../templates/pages/union.txt?raw'
import type { LiteralValue } from '../../ir/type.js'
import { layDelimiter, layRow, tableWidth } from '../../markdown/table-layout.js'
import { fillTemplate } from '../../text/template.js'
import type { WrittenMember, WrittenPage } from '../dialect.js'
import type { Language } from './language.js'
import { valueColumns } from './project-values.js'
import { fieldColumns } from './field-columns.js'
import { memberName } from './name.js'
import { writeHead, writeValue } from './write-row.js'

/** The text of a new page; undefined where two values would have one name. Samples are left out but for those of members. */
export function writePage(language: Language, page: WrittenPage): string | undefined {
  const { content } = page
  const { title, text } = writeHead(page)
  const head = { title, text: text === '' ? '' : `\n\n${text}` }
  const gap = language.tight === true && content.kind !== 'union' ? '' : '\n'
  if (content.kind === 'blank') return filled(blank, head)
  if (content.kind === 'object') {
    const columns = content.hasExamples ? [...fieldColumns, 'Example'] : [...fieldColumns]
    const rows = content.rows.map((cells) => cells.slice(0, columns.length))
    return filled(object, { ...head, gap, table: table([columns, ...rows]) })
  }
  if (content.kind === 'union') {
    const members = content.members.map((member) => `${memberLines(language, member).join('\n')}\n\n`).join('')
    const rest =
      content.sections?.includes(DISCRIMINATION) !== false
        ? language.writeDiscrimination?.(page.name, content)
        : undefined
    // Pages of a language whose unions have no further section end with the last sample's line, or with a blank one.
    const end = rest ?? (language.unionEnd === 'line' ? '' : '\n')
    return filled(union, {
      ...head,
      gap,
      members: members.replace(/\n$/, '') + (rest === undefined ? end : `\n${rest}`),
    })
  }
  const values = writeValues(language, page.name, content)
  return values === undefined ? undefined : filled(enumeration, { ...head, gap, values })
}

/** The section in which some pages of unions tell their members apart. */
const DISCRIMINATION = 'Union Discrimination'

/** The lines of a member: its heading, and its sample where there is one. */
export function memberLines(language: Language, { heading, code }: WrittenMember): string[] {
  const sample = code === undefined ? [] : ['', `\`\`\`${language.fence}`, ...code.split('\n'), '```']
  return [`### ${heading}`, ...sample]
}

type EnumContent = Extract<WrittenPage['content'], { kind: 'enum' }>

function writeValues(language: Language, name: string, { values, form, isOpen }: EnumContent): string | undefined {
  const constants = values.map((value) => JSON.stringify(value))
  if ((form ?? language.valuesForm) === 'code') {
    const type = values.some((value) => typeof value === 'number') ? 'number' : 'string'
    const members = isOpen ? [...constants, `Unrecognized<${type}>`] : constants
    return `\`\`\`${language.fence}\n${members.join(' | ')}\n\`\`\``
  }
  if (form === 'list') {
    const sentence = isOpen ? 'This is an open enum. Unrecognized values will not fail type checks.\n\n' : ''
    return `${sentence}${constants.map((value) => `- \`${value}\`\n`).join('')}`
  }
  const rows = values.map((value) => writeValue(memberName(language, textOf(value), name), textOf(value)))
  const names = new Set(rows.map(([member]) => member))
  if (names.size < rows.length || rows.some(([member = '']) => !/^`\w+`$/.test(member))) return undefined
  return table([[...valueColumns], ...rows])
}

function textOf(value: LiteralValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A table in the generator's layout. */
function table([header = [], ...rows]: readonly (readonly string[])[]): string {
  const width = tableWidth([header, ...rows])
  const lines = [layRow(header, width), layDelimiter(header.length, width), ...rows.map((row) => layRow(row, width))]
  return lines.join('\n')
}

function filled(template: string, slots: Readonly<Record<string, string>>): string {
  const result = fillTemplate(template, slots)
  if (result.kind === 'faulty') throw new Error(`templates/pages: ${result.faults.join('; ')}`)
  return result.text
}
