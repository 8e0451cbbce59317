// Knows where the generator's lock file, beside the docs, holds names as they stand on the wire.

import { jsonKeys } from '../../text/json-keys.js'
import { createPool } from '../../text/pool.js'

/** A name and where it stands in the file. */
export interface LockName {
  readonly name: string
  readonly offset: number
}

const PARAMETERS = /^( +)(?:path|query):\r?$/
const PROPERTY = /^( +)"?([^\s":#][^":]*)"?: /
const JSON_BODY = /^ +application\/json: ([[{].*?)\r?$/

/**
 * The names in the examples of requests and responses: keys of JSON bodies, names of path and query parameters. A file of
 * another shape gives none. The lines are read as the generator writes them, for the file may hold megabytes of YAML.
 */
export function lockNames(text: string): LockName[] {
  const start = text.search(/^examples:/m)
  if (start === -1) return []
  const names: LockName[] = []
  const own = createPool()
  let offset = start
  let parameters: number | undefined
  for (const line of text.slice(start).split('\n')) {
    if (offset > start && /^\S/.test(line)) break
    const indent = line.length - line.trimStart().length
    if (parameters !== undefined && indent <= parameters) parameters = undefined
    const body = JSON_BODY.exec(line)?.[1]
    const property = parameters === undefined ? undefined : PROPERTY.exec(line)?.[2]
    for (const name of body === undefined ? [] : jsonKeys(body)) names.push({ name, offset })
    if (property !== undefined) names.push({ name: own(property), offset })
    if (PARAMETERS.test(line)) parameters = indent
    offset += line.length + 1
  }
  return names
}
