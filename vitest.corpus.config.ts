import { defineConfig } from 'vitest/config'

/** The slow suite: real docs, whose place is told by `CORPORA`. */
export default defineConfig({
  test: {
    include: ['test/corpus/**/*.test.ts'],
    clearMocks: true,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
    reporters: ['dot'],
  },
})
