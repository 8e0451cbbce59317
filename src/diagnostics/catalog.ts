// Knows every diagnostic: its code, severity, message, cause and fix. A code without its texts does not compile.

import type { Severity } from './severity.js'

interface Entry<P> {
  readonly severity: Severity
  readonly title: string
  readonly message: (parameters: P) => string
  readonly cause: string
  readonly fix: string
}

/** Lets each entry name its own parameters while the catalogue as a whole stays checked. */
function entry<P = Record<never, never>>(given: Entry<P>): Entry<P> {
  return given
}

/** The diagnostics by code: `CG1xx` reading, `CG2xx` pages and tables, `CG3xx` types, `CG4xx` names, `CG5xx` variants and references, `CG6xx` output, `CG7xx` configuration, `CG9xx` our own faults. */
export const catalog = {
  CG101: entry({
    severity: 'error',
    title: 'binary file',
    message: () => 'the file holds NUL bytes, so it is no Markdown text',
    cause: 'A binary file carries the ending .md, or the file was damaged.',
    fix: 'Restore the file from version control, or move it out of the docs folder.',
  }),
  CG102: entry<{ offset: number; guess: string }>({
    severity: 'error',
    title: 'not UTF-8',
    message: ({ offset, guess }) => `the file is not UTF-8 from byte ${offset} on (it looks like ${guess})`,
    cause: 'An editor or a script saved the file in another encoding.',
    fix: 'Save the file as UTF-8.',
  }),
  CG103: entry<{ bytes: number; limit: number }>({
    severity: 'error',
    title: 'file too large',
    message: ({ bytes, limit }) => `the file has ${bytes} bytes, more than the limit of ${limit}`,
    cause: 'The file is no generated model page, or something went wrong while it was generated.',
    fix: 'Move it out of the docs folder, or raise `limits.bytes` in the configuration.',
  }),
  CG104: entry<{ folder: string; found: string }>({
    severity: 'error',
    title: 'no documents',
    message: ({ folder, found }) => `no model page below ${folder} (${found})`,
    cause: 'The folder is not the docs folder of an SDK, or the docs were not generated or not checked out.',
    fix: 'Name a folder that holds the model docs of one SDK, such as its `docs` folder.',
  }),
  CG105: entry<{ reason: string }>({
    severity: 'error',
    title: 'unreadable',
    message: ({ reason }) => `cannot be read: ${reason}`,
    cause: 'The file or folder is missing, has no read permission, or vanished while the run was going on.',
    fix: 'Check the path and its permissions, then run again.',
  }),
  CG106: entry({
    severity: 'error',
    title: 'merge conflict',
    message: () => 'the file holds the markers of an unresolved merge conflict',
    cause: 'A merge or rebase was not finished.',
    fix: 'Resolve the conflict, then run again.',
  }),
  CG107: entry({
    severity: 'error',
    title: 'LFS pointer',
    message: () => 'the file is a Git LFS pointer, not the document itself',
    cause: 'Large files were not fetched in this checkout.',
    fix: 'Run `git lfs pull`, then run again.',
  }),
  CG108: entry<{ folder: string; seen: string }>({
    severity: 'error',
    title: 'language not recognised',
    message: ({ folder, seen }) => `the language of the docs in ${folder} cannot be told from the pages (${seen})`,
    cause: 'The pages carry too few signs of one language, or the docs of several languages lie in one folder.',
    fix: 'Give the folder of one language, or set `dialect` for this source in the configuration.',
  }),
  CG201: entry<{ cells: number; wanted: number }>({
    severity: 'error',
    title: 'broken table',
    message: ({ cells, wanted }) =>
      cells === 0
        ? `the table has no delimiter row, so Markdown does not see a table of ${wanted} columns here`
        : `the delimiter row has ${cells} cells and the header ${wanted}, so Markdown does not see a table here`,
    cause: 'The row of hyphens below the header was deleted or edited.',
    fix: 'Write one group of hyphens per column below the header, as in `| --- | --- | --- | --- |`.',
  }),
  CG202: entry<{ cells: number; wanted: number; surplus: string }>({
    severity: 'warning',
    title: 'too many cells',
    message: ({ cells, wanted, surplus }) => `the row has ${cells} cells and the header ${wanted}; not read: ${surplus}`,
    cause: 'A `|` inside a cell is not escaped, or two rows were joined.',
    fix: 'Write `\\|` for a bar that belongs to the text.',
  }),
  CG203: entry<{ cells: number; wanted: number }>({
    severity: 'warning',
    title: 'too few cells',
    message: ({ cells, wanted }) => `the row has ${cells} cells and the header ${wanted}; the missing ones count as empty`,
    cause: 'A cell was deleted, or text stands directly below the table.',
    fix: 'Give every row as many cells as the header, and leave a blank line below the table.',
  }),
  CG205: entry<{ rows: number }>({
    severity: 'warning',
    title: 'interrupted table',
    message: ({ rows }) => `${rows === 1 ? 'a row' : `${rows} rows`} below the end of the table; read as part of it`,
    cause: 'A blank line or a line of prose splits the table in two.',
    fix: 'Remove what stands between the rows.',
  }),
  CG206: entry<{ heading: string }>({
    severity: 'warning',
    title: 'unknown section',
    message: ({ heading }) => `the section "${heading}" is none that a model page has; it was not read`,
    cause: 'The page was edited by hand, or comes from a generator version not known here.',
    fix: 'Remove the section, or report it so that it can be supported.',
  }),
  CG207: entry<{ heading: string }>({
    severity: 'warning',
    title: 'section twice',
    message: ({ heading }) => `the section "${heading}" stands on this page more than once; all of them were read`,
    cause: 'Two pages were joined, or a part was pasted twice.',
    fix: 'Keep one section of each name.',
  }),
  CG208: entry({
    severity: 'error',
    title: 'no heading',
    message: () => 'the page has sections of a model page, but no `# Name` at its top',
    cause: 'The first line was deleted or is not a level-one heading.',
    fix: 'Begin the page with `# ` and the name of the model.',
  }),
  CG209: entry<{ section: string }>({
    severity: 'error',
    title: 'section without content',
    message: ({ section }) => `the section "${section}" holds no table or list that could be read`,
    cause: 'The table was deleted, or lies inside a code block or a quotation.',
    fix: 'Restore the table, or regenerate the page.',
  }),
  CG210: entry({
    severity: 'warning',
    title: 'table inside code',
    message: () => 'a table stands inside a code block, so Markdown does not see it',
    cause: 'A code fence was not closed, or the table is indented by four blanks.',
    fix: 'Close the fence above, or remove the indent.',
  }),
  CG211: entry<{ count: number; limit: number; what: string }>({
    severity: 'error',
    title: 'table too large',
    message: ({ count, limit, what }) => `the table has ${count} ${what}, more than the limit of ${limit}`,
    cause: 'The page is no generated model page, or something went wrong while it was generated.',
    fix: 'Regenerate the page, or raise the limit in the configuration.',
  }),
  CG212: entry<{ columns: string; wanted: string }>({
    severity: 'error',
    title: 'unknown columns',
    message: ({ columns, wanted }) => `the table has the columns ${columns}; this section needs ${wanted}`,
    cause: 'The header row was edited, or the page comes from another generator.',
    fix: 'Restore the header row, or regenerate the page.',
  }),
  CG213: entry<{ found: string; column: string; wanted: string }>({
    severity: 'error',
    title: 'unreadable cell',
    message: ({ found, column, wanted }) => `the ${column} cell says "${found}"; ${wanted} was expected`,
    cause: 'The cell was edited by hand, or comes from a generator version not known here.',
    fix: 'Write the cell as in the other rows, or regenerate the page.',
  }),
  CG214: entry<{ value: string; line: number }>({
    severity: 'warning',
    title: 'row twice',
    message: ({ value, line }) => `"${value}" stands in this table already, at line ${line}; the first one counts`,
    cause: 'A row was pasted twice, or two names differ only in punctuation.',
    fix: 'Remove one of the rows.',
  }),
  CG215: entry<{ name: string }>({
    severity: 'warning',
    title: 'empty union',
    message: ({ name }) => `the union ${name} lists no member that could be read`,
    cause: 'The members below "Supported Types" were deleted or are written in a way not known here.',
    fix: 'Regenerate the page.',
  }),
  CG301: entry<{ cell: string; rest: string; dialect: string }>({
    severity: 'error',
    title: 'unknown type notation',
    message: ({ cell, rest, dialect }) => `the type "${cell}" is not ${dialect} notation (not understood from "${rest}" on)`,
    cause: 'The cell was edited by hand, or comes from a generator version not known here.',
    fix: 'Write the type as the other pages of this language do, or regenerate the page.',
  }),
  CG302: entry<{ word: string; dialect: string }>({
    severity: 'error',
    title: 'unknown type name',
    message: ({ word, dialect }) => `"${word}" is neither a link to a model nor a ${dialect} type known here`,
    cause: 'The link of the type was removed, the name is misspelt, or the type is new.',
    fix: 'Restore the link to the model page, or correct the name.',
  }),
  CG303: entry<{ depth: number; limit: number }>({
    severity: 'error',
    title: 'type nested too deep',
    message: ({ depth, limit }) => `the type is nested ${depth} deep, more than the limit of ${limit}`,
    cause: 'No generated page nests so deep; the cell is damaged.',
    fix: 'Regenerate the page.',
  }),
  CG304: entry<{ cell: string; required: string }>({
    severity: 'warning',
    title: 'type against Required column',
    message: ({ cell, required }) => `the type "${cell}" and the Required column (${required}) contradict each other`,
    cause: 'One of the two cells was edited by hand.',
    fix: 'Correct the cell that is wrong; the Required column was believed.',
  }),
  CG401: entry<{ id: string; first: string }>({
    severity: 'warning',
    title: 'model twice',
    message: ({ id, first }) => `the model ${id} is described already by ${first}; this page was not used`,
    cause: 'Two pages of one SDK differ only in case or punctuation, or one docs folder holds another.',
    fix: 'Remove one of the pages, or give the folders as separate sources.',
  }),
  CG501: entry<{ name: string; count: number }>({
    severity: 'warning',
    title: 'missing document',
    message: ({ name, count }) =>
      `no document describes ${name}, which ${count === 1 ? 'one place refers' : `${count} places refer`} to; it is declared as unknown`,
    cause: 'The page was deleted, was not generated, or lies outside the folders given.',
    fix: 'Add the page, or give the folder that holds it.',
  }),
  CG502: entry<{ variant: string; first: string; second: string }>({
    severity: 'error',
    title: 'variant twice',
    message: ({ variant, first, second }) => `the variant "${variant}" is given twice, by ${first} and ${second}`,
    cause: 'Two sources have the same name, or one folder was given twice.',
    fix: 'Give each source a `variant` name of its own.',
  }),
  CG601: entry<{ path: string }>({
    severity: 'error',
    title: 'file edited by hand',
    message: ({ path }) => `${path} was changed since it was generated, so it was left alone`,
    cause: 'Someone edited a generated file.',
    fix: 'Undo the edit or move it elsewhere; `--force` overwrites it.',
  }),
  CG602: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'emitted code differs from plan',
    message: ({ path, reason }) => `${path} was not written: ${reason}`,
    cause: 'A name or text of the docs came out as code. This is a fault of codegen.',
    fix: 'Report it with the page that causes it.',
  }),
  CG603: entry<{ path: string }>({
    severity: 'error',
    title: 'path outside the output folder',
    message: ({ path }) => `${path} lies outside the output folder or behind a link, so it was not written`,
    cause: 'The output folder holds a symbolic link, or an emitter gave a path with `..`.',
    fix: 'Remove the link, or correct the emitter.',
  }),
  CG604: entry<{ path: string }>({
    severity: 'error',
    title: 'foreign file',
    message: ({ path }) => `${path} exists and was not written by codegen, so it was left alone`,
    cause: 'The output folder holds files of someone else, or the manifest was deleted.',
    fix: 'Choose another output folder or remove the file; `--force` overwrites it.',
  }),
  CG605: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'cannot write',
    message: ({ path, reason }) => `${path} cannot be written: ${reason}`,
    cause: 'The disk is full, the folder is read-only, or a file stands where a folder should be.',
    fix: 'Mend the cause, then run again; files written so far are whole.',
  }),
  CG606: entry<{ path: string; holder: string }>({
    severity: 'error',
    title: 'another run is writing',
    message: ({ path, holder }) => `${path} is held by ${holder}`,
    cause: 'Two runs write to the same output folder at once.',
    fix: 'Wait for the other run to end; delete the lock file if there is none.',
  }),
  CG607: entry<{ out: string; reason: string }>({
    severity: 'error',
    title: 'unsafe output folder',
    message: ({ out, reason }) => `${out} cannot be the output folder: ${reason}`,
    cause: 'Generated files would lie among files of yours.',
    fix: 'Choose a folder of its own for `out`.',
  }),
  CG701: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'unreadable configuration',
    message: ({ path, reason }) => `${path} cannot be loaded: ${reason}`,
    cause: 'The file has a syntax error, throws when it is loaded, or is missing.',
    fix: 'Correct the file; `codegen config` shows what is in force.',
  }),
  CG702: entry<{ key: string; hint: string }>({
    severity: 'error',
    title: 'unknown configuration key',
    message: ({ key, hint }) => `the configuration has no key "${key}"${hint === '' ? '' : `; did you mean "${hint}"?`}`,
    cause: 'The key is misspelt, or belongs to another version.',
    fix: 'Correct or remove the key.',
  }),
  CG703: entry<{ key: string; reason: string }>({
    severity: 'error',
    title: 'bad configuration value',
    message: ({ key, reason }) => `the configuration key "${key}" is wrong: ${reason}`,
    cause: 'The value has another type or is not among those allowed.',
    fix: 'Correct the value.',
  }),
  CG704: entry<{ path: string }>({
    severity: 'error',
    title: 'configuration of another tool',
    message: ({ path }) => `${path} is a configuration of GraphQL Codegen, not of this tool`,
    cause: 'Both tools read a file of this name.',
    fix: 'Name the configuration of this tool with `--config`.',
  }),
  CG705: entry({
    severity: 'error',
    title: 'no sources',
    message: () => 'no docs folder was given and no configuration was found',
    cause: 'The command was called without folders, in a place without `codegen.config.*`.',
    fix: 'Name the docs folders, as in `codegen run docs/python docs/ruby`, or write a configuration.',
  }),
  CG706: entry<{ entry: string }>({
    severity: 'warning',
    title: 'entry without effect',
    message: ({ entry }) => `the configuration entry "${entry}" matches no model or field`,
    cause: 'The model or field was renamed or removed, or the entry is misspelt.',
    fix: 'Correct or remove the entry.',
  }),
  CG901: entry<{ message: string }>({
    severity: 'error',
    title: 'internal fault',
    message: ({ message }) => `codegen failed: ${message}`,
    cause: 'A fault of codegen itself.',
    fix: 'Report it with the command and the docs that cause it.',
  }),
} as const

/** The codes of the catalogue. */
export type Code = keyof typeof catalog

/** What the message of a code names. */
export type ParametersOf<C extends Code> = Parameters<(typeof catalog)[C]['message']>[0] extends undefined
  ? Record<never, never>
  : Parameters<(typeof catalog)[C]['message']>[0]
