import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/corpus/**', 'test/recipes/**', 'test/robustness/**'],
    clearMocks: true,
    // The style of the report is imported as text, which is empty otherwise.
    css: true,
    // The first test file to start may have to build.
    hookTimeout: 120_000,
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
  },
})
