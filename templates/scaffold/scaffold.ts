// Knows which files and entries a new dialect, emitter or rule begins with: `npm run scaffold -- <kind> <id>`.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { format, resolveConfig } from 'prettier'

/** How a kind of thing begins. In all texts `{{id}}` is its id, `{{name}}` the id in camel case, `{{Name}}` in Pascal case. */
interface Kind {
  readonly example: string
  readonly id: RegExp
  /** Templates by the path of what is made of them. */
  readonly files: { readonly [path: string]: string }
  /** Texts that are put into files before the first match of a pattern. */
  readonly entries: readonly { readonly path: string; readonly before: RegExp; readonly text: string }[]
  /** What fails until it is written. */
  readonly test: string
}

const words = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/

const kinds: { readonly [kind: string]: Kind } = {
  dialect: {
    example: 'kotlin',
    id: /^[a-z][a-z0-9]*$/,
    files: {
      'src/dialects/speakeasy/{{id}}.ts': 'dialect.txt',
      'test/dialects/{{id}}.test.ts': 'dialect-test.txt',
      'fixtures/{{id}}-notation/docs/{{id}}/models/shared/example.md': 'dialect-page.txt',
      'fixtures/{{id}}-notation/why.md': 'dialect-why.txt',
    },
    entries: [
      {
        path: 'src/dialects/index.ts',
        before: /\n\/\*\* Every dialect/,
        text: "import { {{name}} } from './speakeasy/{{id}}.js'\n",
      },
      { path: 'src/dialects/index.ts', before: /\] as const satisfies readonly Dialect/, text: ', {{name}}' },
      { path: 'test/structure/style-rules.ts', before: /'c#'\]/, text: "'{{id}}', " },
      {
        path: 'fixtures/README.md',
        before: /\| `nullable-matrix`/,
        text: '| `{{id}}-notation` | what the docs of one language look like |\n',
      },
    ],
    test: 'test/dialects/{{id}}.test.ts',
  },
  emitter: {
    example: 'graphql',
    id: words,
    files: {
      'src/emit/{{id}}/{{id}}.ts': 'emitter.txt',
      'test/emit/{{id}}/{{id}}.test.ts': 'emitter-test.txt',
    },
    entries: [
      {
        path: 'src/emit/index.ts',
        before: /import \{ ir \}/,
        text: "import { {{name}} } from './{{id}}/{{id}}.js'\n",
      },
      { path: 'src/emit/index.ts', before: /ir\] as const/, text: '{{name}}, ' },
      { path: 'src/config/options.ts', before: /\] as const\n\n\/\*\* Ids of the emitters/, text: ", '{{id}}'" },
      { path: 'test/emit/index.test.ts', before: /'ir'\]/, text: "'{{id}}', " },
      { path: 'README.md', before: / and emitters of your own, \{ id, emit \}/, text: ', "{{id}}"' },
    ],
    test: 'test/emit/{{id}}/{{id}}.test.ts',
  },
  rule: {
    example: 'alias-differs',
    id: words,
    files: { 'src/reconcile/{{id}}.ts': 'rule.txt' },
    entries: [
      { path: 'src/reconcile/rules.ts', before: / {2}'dead-link': \{/, text: template('rule-entry.txt') },
      { path: 'src/drift/html/parts.ts', before: / {2}'dead-link': /, text: "  '{{id}}': 'row',\n" },
      { path: 'src/drift/groups.ts', before: / {2}'dead-link': /, text: "  '{{id}}': 'otherwise',\n" },
      {
        path: 'src/reconcile/reconcile.ts',
        before: /\n\/\*\* What reconciling gives/,
        text: "import { {{name}}Drafts } from './{{id}}.js'\n",
      },
      {
        path: 'src/reconcile/reconcile.ts',
        before: / {4}\.\.\.irregularNames\(/,
        text: '    ...{{name}}Drafts(data),\n',
      },
      { path: 'test/reconcile/rules.test.ts', before: / {2}'dead-link': \[/, text: template('rule-case.txt') },
    ],
    test: 'test/reconcile/rules.test.ts -t {{id}}',
  },
}

const [kindName = '', id = ''] = process.argv.slice(2)
const fault = await scaffold(kindName, id)
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`)
  process.exitCode = 2
}

/** Writes what a thing begins with, below the working folder, or tells why nothing was written. */
async function scaffold(kindName: string, id: string): Promise<string | undefined> {
  const kind = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined
  if (kind === undefined || !kind.id.test(id)) {
    const calls = Object.entries(kinds).map(([name, { example }]) => `  npm run scaffold -- ${name} ${example}`)
    return ['Give a kind, and a name in lower case:', ...calls].join('\n')
  }
  const fill = filler(id)
  const files = Object.entries(kind.files).map(([path, from]) => ({ path: fill(path), text: fill(template(from)) }))
  const taken = files.find(({ path }) => existsSync(path))
  if (taken !== undefined) return `${taken.path} is there already.`
  const edited = new Map<string, string>()
  for (const { path, before, text } of kind.entries) {
    const old = edited.get(path) ?? readFileSync(path, 'utf8')
    if (!before.test(old)) return `${path} no longer holds ${before}: correct templates/scaffold/scaffold.ts.`
    edited.set(
      path,
      old.replace(before, (anchor) => fill(text) + anchor),
    )
  }
  for (const { path, text } of [...files, ...[...edited].map(([path, text]) => ({ path, text }))]) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await laidOut(path, text))
    process.stdout.write(`${path}\n`)
  }
  process.stdout.write(`\nNow \`npx vitest run ${fill(kind.test)}\` says what to write.\n`)
  return undefined
}

/** A text as the repository lays it out; documents of fixtures stay as they are. */
async function laidOut(path: string, text: string): Promise<string> {
  return path.startsWith('fixtures/') ? text : format(text, { ...(await resolveConfig(path)), filepath: path })
}

/** Puts the names of a thing into a text. */
function filler(id: string): (text: string) => string {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  return (text) => text.replaceAll('{{id}}', id).replaceAll('{{name}}', name).replaceAll('{{Name}}', title)
}

function template(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
}
