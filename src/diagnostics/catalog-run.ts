// Knows the diagnostics about a run as a whole: variants, output, configuration, our own faults.

import { entry } from './catalog-entry.js'

/** `CG5xx` variants and references, `CG6xx` output, `CG7xx` configuration, `CG9xx` our own faults. */
export const runCatalog = {
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
    cause: 'A name or text of the docs came out as code. This is a fault of the emitter: of codegen, or of your own.',
    fix: 'Correct your emitter if the file is its; else report the fault with the page that causes it.',
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
  CG608: entry<{ emitter: string; reason: string }>({
    severity: 'error',
    title: 'emitter failed',
    message: ({ emitter, reason }) => `the emitter "${emitter}" failed: ${reason}`,
    cause: 'An emitter of the configuration threw, or gave something else than a list of { path, text }.',
    fix: 'Correct the emitter, or take it out of `emitters`; nothing was written.',
  }),
  CG609: entry<{ path: string; first: string; second: string }>({
    severity: 'error',
    title: 'file of two emitters',
    message: ({ path, first, second }) => `${path} is given by ${first} and by ${second}`,
    cause: 'Two emitters chose the same path, or paths that some file system takes for the same.',
    fix: 'Let one of them write below a folder of its own.',
  }),
  CG610: entry<{ count: number; files: string }>({
    severity: 'error',
    title: 'output not up to date',
    message: ({ count, files }) =>
      `${count} generated ${count === 1 ? 'file is' : 'files are'} not up to date: ${files}`,
    cause: 'The docs or the options changed, and what `codegen run` writes from them was not committed.',
    fix: 'Run `codegen run`, review what it wrote, and commit it.',
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
    message: ({ key, hint }) =>
      `the configuration has no key "${key}"${hint === '' ? '' : `; did you mean "${hint}"?`}`,
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
  CG707: entry<{ entry: string; why: string }>({
    severity: 'warning',
    title: 'ignore entry without findings',
    message: ({ entry, why }) => `${entry} of the configuration matches no finding: ${why}`,
    cause: 'The docs were mended, the model or field was renamed, or the entry is misspelt.',
    fix: 'Correct or remove the entry.',
  }),
  CG708: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'unreadable baseline',
    message: ({ path, reason }) => `${path} is no baseline: ${reason}`,
    cause: 'The file was edited by hand, merged with a conflict, or is another file.',
    fix: 'Mend the file, or take it back from version control, then `--update-baseline`; or delete it and begin anew.',
  }),
  CG709: entry<{ entry: string }>({
    severity: 'warning',
    title: 'accepted finding gone',
    message: ({ entry }) => `the accepted finding ${entry} does not occur any more`,
    cause: 'The docs were mended, or the finding is ignored or switched off by the configuration.',
    fix: '`codegen check --update-baseline` drops it.',
  }),
  CG710: entry<{ variant: string; count: number }>({
    severity: 'info',
    title: 'accepted findings of other docs',
    message: ({ variant, count }) =>
      `${count === 1 ? 'one accepted finding is' : `${count} accepted findings are`} of "${variant}", whose docs were not read; updates keep them`,
    cause: 'Only some of the docs folders were given, or the variant was renamed or removed.',
    fix: 'Remove these lines from the baseline where the variant is gone for good.',
  }),
  CG711: entry<{ path: string; reason: string }>({
    severity: 'error',
    title: 'baseline not updated',
    message: ({ path, reason }) => `${path} was not updated: ${reason}`,
    cause: 'An update now would drop accepted findings only because nobody could see them.',
    fix: 'Mend the errors of the docs, or give all docs folders, then update again.',
  }),
  CG901: entry<{ message: string }>({
    severity: 'error',
    title: 'internal fault',
    message: ({ message }) => `codegen failed: ${message}`,
    cause: 'A fault of codegen itself.',
    fix: 'Report it with the command and the docs that cause it.',
  }),
} as const
