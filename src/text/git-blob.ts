// Knows the names that git has for the content of a file.

import { createHash } from 'node:crypto'

const LINE_FEED = 0x0a
const RETURN = 0x0d

/** The SHA-1 names under which git may know a file of these bytes: as it stands, and, where lines end with CRLF, as one checked out with other line ends. */
export function gitBlobs(bytes: Uint8Array): readonly string[] {
  return hasReturns(bytes) ? [blob(bytes), blob(withoutReturns(bytes))] : [blob(bytes)]
}

function blob(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function hasReturns(bytes: Uint8Array): boolean {
  return bytes.includes(RETURN) && bytes.some((byte, index) => byte === RETURN && bytes[index + 1] === LINE_FEED)
}

function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== RETURN || bytes[index + 1] !== LINE_FEED)
}
