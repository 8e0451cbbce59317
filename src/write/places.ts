// Knows the names of our own files in an output folder, and which paths may be written there at all.

/** The file in which we note what we wrote, below the output folder. */
export const manifestName = '.codegen-manifest.json'

/** The file whose existence says that a run is writing to the output folder. */
export const lockName = '.codegen-lock'

/** The name of a file that is renamed into place once it is whole; `salt` makes it unique among runs and files. */
export function temporaryName(salt: string): string {
  return `.codegen-${salt}.tmp`
}

/** Whether a path below the output folder is a file of ours that some run left half-way. */
export function isTemporary(path: string): boolean {
  return /(?:^|\/)\.codegen-[\w-]+\.tmp$/.test(path)
}

/**
 * Whether a path, `/` between its parts, stays below the output folder on every system: no `..`, no drive, no absolute
 * path, no device name, nothing that some file system folds or forbids, and none of our own files.
 */
export function isSafePath(path: string): boolean {
  if (path === manifestName || path === lockName || isTemporary(path)) return false
  return path.length <= 1024 && path.split('/').every(isSafePart)
}

/** The key under which file systems that ignore case or normal form see the same file. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i

function isSafePart(part: string): boolean {
  if (part === '' || part === '.' || part === '..' || part.length > 200) return false
  return !/[\p{Cc}\p{Cf}<>:"|?*\\]/u.test(part) && !/[. ]$/.test(part) && !deviceName.test(part)
}
