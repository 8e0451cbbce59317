// Knows the nine promises, and for each how it would be broken in the code, with the tests that must notice.

/** One way to break a promise: a piece of a source file, another in its place, and the tests that fail then. */
export interface Mutant {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly tests: readonly string[]
}

/** What the tool promises, by name. A way to break it that no longer fits the code fails as well. */
export const promises: { readonly [promise: string]: readonly Mutant[] } = {
  'nothing is lost': [
    {
      file: 'src/markdown/parse-page.ts',
      from: 'if (cells === wanted) return row',
      to: 'if (cells >= wanted) return row',
      tests: ['test/markdown/parse-page.test.ts'],
    },
    {
      file: 'src/markdown/scan-page.ts',
      from: 'if (row === undefined || row.cells.length !== columns) return undefined',
      to: 'if (row === undefined || row.cells.length !== columns) continue',
      tests: ['test/laws/scan-page.test.ts'],
    },
  ],
  'same input, same bytes': [
    {
      file: 'src/reconcile/aligned.ts',
      from: 'const variants = sortBy(given, ({ id }) => [id])',
      to: 'const variants = [...given]',
      tests: ['test/laws/reconcile.test.ts'],
    },
    {
      file: 'src/text/compare.ts',
      from: 'return left < right ? -1 : 1',
      to: 'return 0',
      tests: ['test/laws/reconcile.test.ts'],
    },
  ],
  idempotent: [
    {
      file: 'src/write/plan.ts',
      from: "if (disk.hash === hash) return entry(path, 'unchanged', 'up to date')",
      to: '',
      tests: ['test/write/write-output.test.ts'],
    },
    {
      file: 'src/write/plan.ts',
      from: "if (disk.reformatted === hash) return entry(path, 'unchanged', 'up to date, formatted otherwise')",
      to: '',
      tests: ['test/write/write-output.test.ts'],
    },
  ],
  'all or nothing': [
    {
      file: 'src/cli/put-file.ts',
      from: 'if (size !== bytes.byteLength) throw cutShort(size, bytes)',
      to: '',
      tests: ['test/cli/put-file.test.ts'],
    },
    {
      file: 'src/cli/put-file.ts',
      from: 'from += bytesWritten',
      to: 'from = bytes.byteLength',
      tests: ['test/cli/put-file.test.ts'],
    },
    {
      file: 'src/write/apply.ts',
      from: 'if (unstaged.length > 0) return unstaged',
      to: '',
      tests: ['test/write/apply.test.ts'],
    },
    {
      file: 'src/write/apply.ts',
      from: 'const intentions = isEmpty ? [] : [note(notes.during())]',
      to: 'const intentions: NewFile[] = []',
      tests: ['test/write/write-output.test.ts'],
    },
    {
      file: 'src/write/lock.ts',
      from: 'if ((await readLock(host, path)) === text) await host.remove(path)',
      to: 'await host.remove(path)',
      tests: ['test/write/lock.test.ts'],
    },
    {
      file: 'src/write/loss.ts',
      from: 'return isRenamed ? [] :',
      to: 'return count >= 0 ? [] :',
      tests: ['test/write/loss.test.ts', 'test/pipeline/run.test.ts'],
    },
    {
      file: 'src/write/write-output.ts',
      from: "action === 'blocked' && !(request.allowPartial && path !== manifestName)",
      to: "action === 'blocked' && path === ''",
      tests: ['test/write/write-output.test.ts'],
    },
  ],
  'only our files': [
    {
      file: 'src/write/plan.ts',
      from: "if (isOurs(input.manifest, path, disk)) return [entry(path, 'delete', 'no longer generated')]",
      to: "if (path !== '') return [entry(path, 'delete', 'no longer generated')]",
      tests: ['test/write/plan.test.ts'],
    },
    {
      file: 'src/write/plan.ts',
      from: "return blocked(path, problem('CG604', { path: input.label(path) }))",
      to: "return entry(path, 'update', 'whoever wrote it')",
      tests: ['test/write/plan.test.ts'],
    },
    {
      file: 'src/write/prepare.ts',
      from: 'if (!isSafePath(path))',
      to: "if (path === '')",
      tests: ['test/write/write-output.test.ts'],
    },
  ],
  'no text becomes code': [
    {
      file: 'src/emit/escape.ts',
      from: ".replace(/\\*(?=\\/)/g, '*\\\\')",
      to: '',
      tests: ['test/emit/escape.test.ts'],
    },
    {
      file: 'src/emit/verify.ts',
      from: 'if (at === undefined) return undefined',
      to: 'if (at !== -1) return undefined',
      tests: ['test/emit/verify.test.ts'],
    },
    {
      file: 'src/drift/escape-machine.ts',
      from: ".replaceAll('%', '%25').replaceAll('\\n', '%0A')",
      to: '',
      tests: ['test/drift/escape-machine.test.ts'],
    },
  ],
  'every failure is explained': [
    {
      file: 'src/diagnostics/diagnostic.ts',
      from: 'fix: entry.fix, ...place }',
      to: 'fix: entry.fix }',
      tests: ['test/markdown/parse-page.test.ts'],
    },
    {
      file: 'src/pipeline/judge.ts',
      from: "return [problem('CG605', { path: file, reason: reasonOf(error) })]",
      to: 'return []',
      tests: ['test/pipeline/judge.test.ts'],
    },
  ],
  bounded: [
    {
      file: 'src/markdown/decode.ts',
      from: 'if (bytes.length > limit)',
      to: 'if (bytes.length < 0)',
      tests: ['test/markdown/decode.test.ts'],
    },
    {
      file: 'src/markdown/parse-page.ts',
      from: 'if (excess !== undefined) {',
      to: 'if (excess === null) {',
      tests: ['test/markdown/parse-page.test.ts'],
    },
  ],
  'reads only': [
    {
      file: 'src/config/load.ts',
      from: "if (!runs && !path.endsWith('.json'))",
      to: "if (!runs && path === '')",
      tests: ['test/config/load.test.ts'],
    },
  ],
}
