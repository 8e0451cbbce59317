import { defineConfig } from 'vitest/config'

/** The recipes of the README with the real tools: they install from a registry, and call what is on the machine. */
export default defineConfig({
  test: {
    include: ['test/recipes/**/*.test.ts'],
    clearMocks: true,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
})
