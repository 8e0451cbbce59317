// Knows the compilers of the TypeScript versions that users have.

import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Each version with its program, which Node runs. */
export const compilers = [
  [6, join(root, 'node_modules/typescript/bin/tsc')],
  [7, join(root, 'node_modules/typescript-7/bin/tsc')],
] as const
