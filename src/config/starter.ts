// Knows the files a repository starts with: the configuration, and what runs codegen before a commit and in CI.

import config from '../../templates/init/config.txt?raw'
import github from '../../templates/init/github.txt?raw'
import gitlab from '../../templates/init/gitlab.txt?raw'
import husky from '../../templates/init/husky.txt?raw'
import lefthook from '../../templates/init/lefthook.txt?raw'
import lintStaged from '../../templates/init/lint-staged.txt?raw'
import preCommit from '../../templates/init/pre-commit.txt?raw'
import { stringLiteral } from '../emit/escape.js'
import { fillTemplate } from '../text/template.js'
import type { ciIds, hookIds } from './starter-ids.js'

/** A file to begin with, its path relative to the repository. */
export interface StarterFile {
  readonly path: string
  readonly text: string
}

/** The file of each hook and service. */
export const starterFiles: { readonly [id in (typeof hookIds)[number] | (typeof ciIds)[number]]: StarterFile } = {
  'pre-commit': { path: '.pre-commit-config.yaml', text: preCommit },
  husky: { path: '.husky/pre-commit', text: husky },
  lefthook: { path: 'lefthook.yml', text: lefthook },
  'lint-staged': { path: 'lint-staged.config.mjs', text: lintStaged },
  github: { path: '.github/workflows/sdk-docs.yml', text: github },
  gitlab: { path: '.gitlab/codegen.yml', text: gitlab },
}

/** A docs folder for the configuration, and what a person should know of it. */
export interface StarterSource {
  readonly path: string
  readonly remark: string
}

/** The configuration for docs folders, as TypeScript that needs nothing installed to be read. */
export function starterConfig(sources: readonly StarterSource[]): StarterFile {
  const quoted = (path: string): string => (/^[\w ./@-]+$/.test(path) ? `'${path}'` : stringLiteral(path))
  const lines = sources.map(({ path, remark }) => `    ${quoted(path)}, // ${remark}`)
  const filled = fillTemplate(config, { sources: lines.join('\n') })
  if (filled.kind === 'faulty') throw new Error(`templates/init/config.txt: ${filled.faults.join('; ')}`)
  return { path: 'codegen.config.ts', text: filled.text }
}
