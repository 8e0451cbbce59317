// Knows which hooks and CI services a repository can start with; flags are made from it.

/** Hooks that can run codegen before a commit. */
export const hookIds = ['pre-commit', 'husky', 'lefthook', 'lint-staged'] as const

/** Services that can run codegen on every change. */
export const ciIds = ['github', 'gitlab'] as const
