import { defineConfig } from 'vitest/config'
import { createFigureReporter } from './test/robustness/print-table.js'

/** What is thrown at the tool: bad input, hostile text, failing disks, kills; prints one table of what held. */
export default defineConfig({
  test: {
    include: ['test/robustness/**/*.test.ts'],
    clearMocks: true,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', createFigureReporter()],
  },
})
