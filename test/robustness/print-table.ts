// Knows how the figures of all files become one table, printed when all tests have run.

import type { Reporter, TestModule } from 'vitest/node'
import { parts, type Figure } from './figures.js'

/** A reporter that prints the figures which tests have added. */
export function createFigureReporter(): Reporter {
  return {
    onTestRunEnd: (modules) => {
      const figures = modules.flatMap(figuresOf)
      if (figures.length > 0) process.stdout.write(`\n${printFigures(figures)}\n`)
    },
  }
}

function figuresOf(module: TestModule): readonly Figure[] {
  return [...module.children.allTests()].flatMap((test) => test.meta().figures ?? [])
}

/** The rows, part by part, and what all of them come to. */
export function printFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length))
  const right = Math.max(...figures.map(({ seen }) => seen.length))
  const blocks = parts.flatMap((part) => {
    const rows = figures.filter((figure) => figure.part === part)
    if (rows.length === 0) return []
    const lines = rows.map(
      ({ what, seen, met }) => `  ${what.padEnd(width)}  ${seen.padStart(right)}  ${met ? 'met' : 'MISSED'}`,
    )
    return [[part, ...lines].join('\n')]
  })
  const missed = figures.filter(({ met }) => !met).length
  return [...blocks, missed === 0 ? `all ${figures.length} met` : `${missed} of ${figures.length} missed`].join('\n\n')
}
