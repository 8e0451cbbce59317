// Knows how a value that should be a configuration is judged, and how each fault in it is put into words.

import type * as z from 'zod'
import { problem, type Diagnostic } from '../diagnostics/diagnostic.js'
import { rules } from '../reconcile/rules.js'
import { suggest } from '../text/suggest.js'
import type { Config } from './config.js'
import { locateKey, type ConfigSource } from './locate.js'
import { optionKeys, optionTable } from './option-table.js'
import { configSchema } from './schema.js'

/** A configuration, or what is wrong with it: CG702 for unknown keys, CG703 for wrong values. */
export function checkConfig(
  value: unknown,
  source: ConfigSource,
): { readonly config?: Config; readonly diagnostics: readonly Diagnostic[] } {
  const result = configSchema.safeParse(value)
  if (result.success) return { config: result.data, diagnostics: [] }
  return { diagnostics: result.error.issues.flatMap((issue) => describe(issue, value, source)) }
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function describe(issue: Issue, value: unknown, source: ConfigSource): readonly Diagnostic[] {
  if (issue.code === 'invalid_union') {
    const branch = likelyBranch(issue.errors)
    if (branch !== undefined)
      return branch.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, value, source))
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const hint = suggest(key, keysAt(issue.path)) ?? ''
      return problem('CG702', { key: printPath([...issue.path, key]), hint }, locateKey(source, [...issue.path, key]))
    })
  const found = valueAt(value, issue.path)
  const reason = `${wanted(issue)}, found ${printValue(found)}${nearest(issue, found)}`
  return [problem('CG703', { key: printPath(issue.path), reason }, locateKey(source, issue.path))]
}

/** Of the alternatives of a union the one that was meant: the one that is not wrong already at its root. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'))
}

function wanted(issue: Issue): string {
  const own = issue.path[0] === 'projects' ? issue.path[2] : issue.path[0]
  const key = optionKeys.find((name) => name === own)
  if (issue.code === 'invalid_union' && key !== undefined) return `expected ${optionTable[key].expects}`
  const message = issue.message.replace(/^Invalid (?:input|option): /, '').split(', received ')[0] ?? ''
  return message.charAt(0).toLowerCase() + message.slice(1).replaceAll('"|"', '", "')
}

function nearest(issue: Issue, found: unknown): string {
  if (issue.code !== 'invalid_value' || typeof found !== 'string') return ''
  const hint = suggest(
    found,
    issue.values.filter((value) => typeof value === 'string'),
  )
  return hint === undefined ? '' : `; did you mean "${hint}"?`
}

/** The keys that may stand at a path. */
function keysAt(path: Path): readonly string[] {
  switch (path[0]) {
    case undefined:
      return [...optionKeys, 'projects']
    case 'projects':
      return path.length > 2 ? keysAt(path.slice(2)) : ['name', ...optionKeys]
    case 'severity':
      return Object.keys(rules)
    case 'limits':
      return Object.keys(optionTable.limits.default)
    case 'sources':
      return ['path', 'git', 'ref', 'variant', 'dialect']
    case 'ignore':
      return ['model', 'field', 'rule', 'variant', 'reason']
    case 'overrides':
      return ['name', 'required', 'nullable', 'description', 'drop']
    default:
      return ['authority']
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

function printPath(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('')
}

function printValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const printed = JSON.stringify(value) ?? typeof value
  return printed.length > 60 ? `${printed.slice(0, 60)}…` : printed
}
