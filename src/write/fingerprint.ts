// Knows by what we recognise a text as the same text: SHA-256, whatever its line ends.

import { createHash } from 'node:crypto'

/** The SHA-256 of a text in hexadecimal, after every line end is made LF, so that a checkout with CRLF is the same text. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.replace(/\r\n?/g, '\n'), 'utf8').digest('hex')
}
