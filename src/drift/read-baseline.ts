// Knows how a baseline file is read without trusting it: every fault has its place, and then nothing of it counts.

import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { shownIn, type Shown } from '../diagnostics/frame.js'
import { parseLocatedJson, type LocatedJson, type LocatedMember } from '../text/located-json.js'
import { lineStarts, spanBetween } from '../text/span.js'
import { suggest } from '../text/suggest.js'
import { BASELINE_VERSION, type BaselineEntry } from './baseline.js'

/** An entry of a baseline file and where it stands. */
export interface PlacedEntry extends BaselineEntry {
  readonly place: Shown
}

/** The entries of a baseline file, or what is wrong with it (CG708). */
export type ReadBaseline =
  | { readonly kind: 'entries'; readonly entries: readonly PlacedEntry[] }
  | { readonly kind: 'faults'; readonly diagnostics: readonly Diagnostic[] }

interface Fault {
  readonly reason: string
  readonly from: number
  readonly end: number
}

type Place = (from: number, end: number) => Shown

/** Reads the text of a baseline file, which messages name `file`. Never throws. */
export function readBaseline(text: string, file: string): ReadBaseline {
  const starts = lineStarts(text)
  const place: Place = (from, end) => shownIn({ file, text }, spanBetween(starts, from, end))
  const faults: Fault[] = []
  const entries = conflictIn(text, faults) ? [] : documentOf(parseLocatedJson(text), faults, place)
  if (faults.length === 0) return { kind: 'entries', entries }
  const diagnostics = faults.map(({ reason, from, end }) => problem('CG708', { path: file, reason }, place(from, end)))
  return { kind: 'faults', diagnostics }
}

function conflictIn(text: string, faults: Fault[]): boolean {
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?![<|=>])/m.exec(text)
  if (conflict === null) return false
  faults.push({ reason: 'it holds an unresolved merge', from: conflict.index, end: conflict.index + 7 })
  return true
}

function documentOf(root: ReturnType<typeof parseLocatedJson>, faults: Fault[], place: Place): PlacedEntry[] {
  if (root.kind === 'fault') {
    faults.push({ ...root, reason: `it is no JSON: ${root.reason}` })
    return []
  }
  const members = membersOf(root, { what: 'the file', known: ['$schema', 'version', 'findings'] }, faults)
  const version = members?.get('version')?.value
  const findings = members?.get('findings')?.value
  if (members === undefined) return []
  if (version?.kind !== 'value' || version.value !== BASELINE_VERSION) {
    const found = version?.kind === 'value' ? `, not ${JSON.stringify(version.value)}` : ''
    faults.push({ ...(version ?? startOf(root)), reason: `its "version" must be ${BASELINE_VERSION}${found}` })
  }
  const schema = members.get('$schema')?.value
  if (schema !== undefined && textOf(schema) === undefined)
    faults.push({ ...schema, reason: '"$schema" must be a text' })
  if (findings?.kind !== 'list') {
    faults.push({ ...(findings ?? startOf(root)), reason: '"findings" must be a list' })
    return []
  }
  return findings.items.flatMap((item) => entryOf(item, faults, place) ?? [])
}

const keys = ['fingerprint', 'rule', 'model', 'field', 'variant', 'reason']

function entryOf(item: LocatedJson, faults: Fault[], place: Place): PlacedEntry | undefined {
  const members = membersOf(item, { what: 'a finding', known: keys }, faults)
  if (members === undefined) return undefined
  const before = faults.length
  const optional = (key: string): string | undefined => {
    const value = members.get(key)?.value
    const text = value === undefined ? undefined : textOf(value)
    if (value !== undefined && text === undefined) faults.push({ ...value, reason: `"${key}" must be a text` })
    return text
  }
  const required = (key: string): string => {
    const text = optional(key)
    if (text !== undefined && text !== '') return text
    if (!members.has(key)) faults.push({ ...startOf(item), reason: `this finding has no "${key}"` })
    else if (text === '') faults.push({ ...(members.get(key) ?? item), reason: `"${key}" is empty` })
    return ''
  }
  const fingerprint = required('fingerprint')
  if (fingerprint !== '' && !/^[0-9a-f]{16}$/.test(fingerprint)) {
    const value = members.get('fingerprint')?.value ?? item
    faults.push({ ...value, reason: '"fingerprint" must have 16 digits or letters a to f' })
  }
  const [field, reason] = [optional('field'), optional('reason')]
  const entry = {
    fingerprint,
    rule: required('rule'),
    model: required('model'),
    ...(field === undefined ? {} : { field }),
    variant: required('variant'),
    ...(reason === undefined ? {} : { reason }),
    place: place(item.from, item.end),
  }
  return faults.length > before ? undefined : entry
}

function membersOf(
  value: LocatedJson,
  { what, known }: { readonly what: string; readonly known: readonly string[] },
  faults: Fault[],
): ReadonlyMap<string, LocatedMember> | undefined {
  if (value.kind !== 'object') {
    faults.push({ ...value, reason: `${what} must be an object` })
    return undefined
  }
  const members = new Map<string, LocatedMember>()
  for (const member of value.members) {
    if (members.has(member.key)) faults.push({ ...member, reason: `"${member.key}" stands twice` })
    if (!known.includes(member.key)) {
      const hint = suggest(member.key, known)
      const question = hint === undefined ? '' : `; did you mean "${hint}"?`
      faults.push({ ...member, reason: `${what} has no key "${member.key}"${question}` })
    }
    members.set(member.key, member)
  }
  return members
}

function textOf(value: LocatedJson): string | undefined {
  return value.kind === 'value' && typeof value.value === 'string' ? value.value : undefined
}

function startOf({ from }: LocatedJson): { readonly from: number; readonly end: number } {
  return { from, end: from + 1 }
}
