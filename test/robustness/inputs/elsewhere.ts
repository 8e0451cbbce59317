// Knows which tests answer for classes of bad input that are no documents.

import type { InputClass } from './classes.js'

/** A test file with a title in it, for each such class and for the tests of others that need more than one document. */
export const elsewhere: readonly { readonly of: InputClass; readonly file: string; readonly title: string }[] = [
  { of: 'a repository with CRLF', file: 'test/robustness/input-places.test.ts', title: 'core.autocrlf' },
  {
    of: 'a file of 50 MB',
    file: 'test/robustness/input-places.test.ts',
    title: 'a file of 50 MB is told of before it is read',
  },
  { of: 'text that takes long to read', file: 'test/robustness/growth.test.ts', title: 'time(2n) / time(n)' },
  { of: 'text that takes long to read', file: 'test/structure/regex.test.ts', title: 'no regular expression is slow' },
  { of: 'names that every object has', file: 'test/emit/hostile.test.ts', title: '__proto__' },
  {
    of: 'symbolic links',
    file: 'test/robustness/input-places.test.ts',
    title: 'links that lead in circles are not followed',
  },
  { of: 'symbolic links', file: 'test/write/output-folder.test.ts', title: 'symbolic link' },
  { of: 'models in cycles and long chains', file: 'test/robustness/long-chains.test.ts', title: 'a chain of' },
  { of: 'a language that is gone, or most of its models', file: 'test/write/loss.test.ts', title: 'it.each' },
  {
    of: 'unreadable files and folders',
    file: 'test/robustness/other-user.test.ts',
    title: 'a run without rights says so',
  },
  {
    of: 'an output folder that cannot be written',
    file: 'test/robustness/other-user.test.ts',
    title: 'no right to write',
  },
  {
    of: 'a full disk',
    file: 'test/robustness/full-disk.test.ts',
    title: 'a full disk leaves the old output as it was',
  },
  { of: 'a process that is killed', file: 'test/robustness/kills.test.ts', title: 'every file is whole after a kill' },
  {
    of: 'two runs at once',
    file: 'test/robustness/parallel.test.ts',
    title: 'processes at once come out as one after the other',
  },
  { of: 'a generated file edited by hand', file: 'test/cli/cli.test.ts', title: 'keeps a file edited by hand' },
  { of: 'a generated file whose model is gone', file: 'test/write/plan.test.ts', title: 'delete' },
  {
    of: 'an output folder that holds the work of others',
    file: 'test/write/output-folder.test.ts',
    title: 'checkOutputFolder',
  },
  { of: 'merge conflicts', file: 'test/robustness/input-places.test.ts', title: 'a manifest with a merge conflict' },
  {
    of: 'a cache that is old or damaged',
    file: 'test/pipeline/cache-safety.test.ts',
    title: 'flipped',
  },
  {
    of: 'pointers to files that were not fetched',
    file: 'test/pipeline/submodules.test.ts',
    title: 'and leaves all as it is',
  },
  {
    of: 'a file that changed and looks the same',
    file: 'test/robustness/input-places.test.ts',
    title: 'cut off without a new time',
  },
  { of: 'a configuration that is wrong', file: 'test/robustness/input-places.test.ts', title: 'a configuration that' },
  {
    of: 'output that nobody reads',
    file: 'test/cli/cli.test.ts',
    title: 'is quiet when nobody reads its output any more',
  },
  { of: 'paths of Windows', file: 'test/pipeline/windows.test.ts', title: 'on Windows, from' },
  { of: 'paths of Windows', file: 'test/text/paths.test.ts', title: 'on Windows' },
  { of: 'paths of Windows', file: 'test/drift/escape-machine.test.ts', title: 'C:' },
]
