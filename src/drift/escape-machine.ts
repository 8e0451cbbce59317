// Knows how text that is not ours is written into SARIF messages, URIs, workflow commands and XML so that it stays text.

import { plainLine, visible } from '../diagnostics/frame.js'

/** Text as a message of SARIF on one line. What a viewer would take for a link is told apart by a blank. */
export function sarifText(text: string): string {
  return plainLine(text).replaceAll('](', '] (')
}

/** A path with `/` between its parts as a URI reference, percent-encoded part by part; an absolute path becomes a `file` URI. */
export function pathUri(path: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? ''
  const encoded = path.slice(drive.length).split('/').map(encodePart).join('/')
  if (drive !== '') return `file:///${drive}${encoded}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}

/** Text as the message of a GitHub workflow command. Line ends are kept, escaped as the runner wants them. */
export function commandMessage(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(visible)
  return lines.join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** Text as a property of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text as content or attribute value of XML 1.0; the characters that XML cannot hold are removed. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Half a surrogate pair cannot be encoded; it becomes the replacement character. */
function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))
}
