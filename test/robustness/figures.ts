// Knows the figures of robustness: what was tried, how much of it held, and how they get from tests to the one table.

import type { TestContext } from 'vitest'

/** The parts of the table, in its order. */
export const parts = ['promises', 'input classes', 'sinks', 'writing', 'fuzzing', 'growth'] as const

/** One row of the table. */
export interface Figure {
  readonly part: (typeof parts)[number]
  readonly what: string
  /** What was seen, as in `500 of 500` or `2.04 ×`. */
  readonly seen: string
  readonly met: boolean
}

declare module 'vitest' {
  interface TaskMeta {
    figures?: Figure[]
  }
}

/** Puts a row into the table that `npm run robustness` prints. */
export function addFigure({ task }: Pick<TestContext, 'task'>, figure: Figure): void {
  task.meta.figures = [...(task.meta.figures ?? []), figure]
}

/** A row of things that were tried, each of which must hold. */
export function held(
  part: Figure['part'],
  what: string,
  count: { readonly good: number; readonly all: number },
): Figure {
  const show = (number: number): string => number.toLocaleString('en')
  return {
    part,
    what,
    seen: `${show(count.good)} of ${show(count.all)}`,
    met: count.all > 0 && count.good === count.all,
  }
}

/** A row of a ratio that must stay below a limit. */
export function growth(what: string, ratio: number, limit: number): Figure {
  return { part: 'growth', what, seen: `${Math.max(0, ratio).toFixed(2)} ×, below ${limit}`, met: ratio < limit }
}
