// Knows how lines of a patch are kept short: runs of blanks and dashes, of which padded tables mostly consist, as one character each.

const BLANKS = 0xe000
const DASHES = 0xe800
const LONGEST = 0x7ff
/** Before a line that is kept as it is, because it holds such characters itself. */
const PLAIN = '\uf8ff'

/** The line with its runs of four blanks or dashes and more as private characters. The page's script undoes it. */
export function packPadding(line: string): string {
  if (/[\ue000-\uefff\uf8ff]/.test(line)) return PLAIN + line
  return line.replace(/ {4,2047}|-{4,2047}/g, (run) =>
    String.fromCharCode((run.startsWith('-') ? DASHES : BLANKS) + Math.min(run.length, LONGEST)),
  )
}
