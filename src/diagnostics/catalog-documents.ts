// Knows the diagnostics about documents: reading, pages and tables, types, names.

import { entry } from './catalog-entry.js'

/** `CG1xx` reading, `CG2xx` pages and tables, `CG3xx` types, `CG4xx` names. */
export const documentCatalog = {
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
  CG109: entry<{ folder: string; dialect: string; recorded: string }>({
    severity: 'info',
    title: 'language recorded otherwise',
    message: ({ folder, dialect, recorded }) =>
      `the pages in ${folder} are read as ${dialect}, and the generator recorded ${recorded} docs beside them`,
    cause: 'The docs of one SDK were copied over those of another, or the lock file was.',
    fix: 'Nothing to do where the pages are right: what the lock file says is not used. Else restore the docs.',
  }),
  CG110: entry<{ source: string; reason: string }>({
    severity: 'error',
    title: 'unreadable revision',
    message: ({ source, reason }) => `${source} cannot be read: ${reason}`,
    cause:
      'The repository is not there, has no such revision (it was cloned without its tags or history), or the path is another.',
    fix: 'Clone or fetch the repository (`git fetch --tags`), or correct `git`, `ref` or `path` of the source.',
  }),
  CG111: entry<{ reason: string }>({
    severity: 'error',
    title: 'unreadable snapshot',
    message: ({ reason }) => `the file is no snapshot that can be read: ${reason}`,
    cause: 'The file was damaged on its way, was written by another version of codegen, or is another file.',
    fix: 'Write it anew with `codegen snapshot <folder>`, by this version.',
  }),
  CG112: entry<{ count: number; characters: string }>({
    severity: 'warning',
    title: 'hidden characters',
    message: ({ count, characters }) =>
      `${count === 1 ? 'one character' : `${count} characters`} of the page cannot be seen: ${characters}`,
    cause: 'Text was copied from elsewhere, or someone hides or reorders what the page says.',
    fix: 'Remove them; in all output they are written as escapes.',
  }),
  CG113: entry<{
    count: number
    limit: number
    what: 'documents' | 'characters in a line' | 'characters in a heading' | 'characters in a name'
  }>({
    severity: 'error',
    title: 'beyond a limit',
    message: ({ count, limit, what }) => `${count} ${what}, more than the limit of ${limit}`,
    cause: 'These are no generated model docs, or something went wrong while they were generated.',
    fix: 'Give another folder or regenerate the page, or raise the limit in `limits` of the configuration.',
  }),
  CG114: entry<{ module: string }>({
    severity: 'error',
    title: 'submodule not fetched',
    message: ({ module }) => `nothing is here: the submodule ${module} was not fetched`,
    cause: 'Submodules of git are empty folders in a checkout until they are asked for.',
    fix: 'Run `git submodule update --init`, then run again.',
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
    message: ({ cells, wanted, surplus }) =>
      `the row has ${cells} cells and the header ${wanted}; not read: ${surplus}`,
    cause: 'A `|` inside a cell is not escaped, or two rows were joined.',
    fix: 'Write `\\|` for a bar that belongs to the text.',
  }),
  CG203: entry<{ cells: number; wanted: number }>({
    severity: 'warning',
    title: 'too few cells',
    message: ({ cells, wanted }) =>
      `the row has ${cells} cells and the header ${wanted}; the missing ones count as empty`,
    cause: 'A cell was deleted, or text stands directly below the table.',
    fix: 'Give every row as many cells as the header, and leave a blank line below the table.',
  }),
  CG204: entry<{ cells: number; wanted: number }>({
    severity: 'warning',
    title: 'bar not escaped',
    message: ({ cells, wanted }) =>
      `the row has ${cells} cells and the header ${wanted}; put together where code, emphasis or a bracket was left open`,
    cause: 'A `|` inside a cell is not escaped.',
    fix: 'Write `\\|` for a bar that belongs to the text.',
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
    title: 'page too large',
    message: ({ count, limit, what }) => `the page has ${count} ${what} up to here, more than the limit of ${limit}`,
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
  CG216: entry<{ text: string }>({
    severity: 'warning',
    title: 'row outside of its table',
    message: ({ text }) => `not read, because it is no row of the table: ${text}`,
    cause: 'Something stands before the first `|` of the row, or the row lies in a list or a quotation.',
    fix: 'Begin the row with `|`, directly below the row above.',
  }),
  CG217: entry<{ column: string; rows: number }>({
    severity: 'warning',
    title: 'unknown column',
    message: ({ column, rows }) =>
      `the table has a column "${column}" that is none of its section; not read in ${rows === 1 ? 'one row' : `${rows} rows`}`,
    cause: 'The column was added by hand, or comes from a generator version not known here.',
    fix: 'Remove the column, or report it so that it can be supported.',
  }),
  CG301: entry<{ cell: string; rest: string; dialect: string }>({
    severity: 'error',
    title: 'unknown type notation',
    message: ({ cell, rest, dialect }) =>
      `the type "${cell}" is not ${dialect} notation (not understood from "${rest}" on)`,
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
  CG402: entry<{ name: string; other: string; line: number }>({
    severity: 'warning',
    title: 'names that look alike',
    message: ({ name, other, line }) =>
      `"${name}" looks like "${other}" of line ${line} and is another name: it has letters of another script`,
    cause: 'A letter was typed on the keyboard of another script, or someone means to deceive.',
    fix: 'Write the name in one script, or remove the row.',
  }),
} as const
