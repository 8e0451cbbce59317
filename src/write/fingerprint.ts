// Knows by what we recognise a text as the same text: SHA-256, whatever its line ends.

import { createHash } from 'node:crypto'

const RETURN = 0x0d

/** The SHA-256 of a text, be it encoded, in hexadecimal, after every line end is made LF, so that a checkout with CRLF is the same text. */
export function fingerprint(text: string | Uint8Array): string {
  if (typeof text !== 'string')
    return text.includes(RETURN)
      ? fingerprint(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text))
      : createHash('sha256').update(text).digest('hex')
  return createHash('sha256').update(text.replace(/\r\n?/g, '\n'), 'utf8').digest('hex')
}
