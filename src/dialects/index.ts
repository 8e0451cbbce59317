// Knows which dialects there are.

import type { Dialect } from './dialect.js'
import { mayBeModelPage, pathParameters } from './speakeasy/candidate.js'
import { lockNames } from './speakeasy/lock-names.js'
import { lockBlobs, lockRecord } from './speakeasy/lock-record.js'
import { csharp } from './speakeasy/csharp.js'
import { go } from './speakeasy/go.js'
import { java } from './speakeasy/java.js'
import { php } from './speakeasy/php.js'
import { python } from './speakeasy/python.js'
import { ruby } from './speakeasy/ruby.js'
import { typescript } from './speakeasy/typescript.js'

/** Every dialect, in the order of their ids. */
export const dialects = [csharp, go, java, php, python, ruby, typescript] as const satisfies readonly Dialect[]

/** What is asked of a text before it is parsed: whether it may be a model page, and which wire names it shows if it is none. */
export const prefilter = { mayBeModelPage, pathParameters } as const

/** The lock file that the generator leaves beside the docs: its place below the SDK's folder, the wire names in it, and what it records of the SDK. */
export const lockFile = { path: '.speakeasy/gen.lock', names: lockNames, record: lockRecord, blobs: lockBlobs } as const

/** The dialect of an id, or undefined. */
export function dialectOf(id: string): Dialect | undefined {
  return dialects.find((dialect) => dialect.id === id)
}
