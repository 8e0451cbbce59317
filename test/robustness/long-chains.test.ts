// Knows that models which lead to one another in a long circle are no trouble.

import { expect, it } from 'vitest'
import { addFigure, growth } from './figures.js'
import { page, row } from './inputs/case.js'
import { runProduct } from './inputs/product.js'

it('a chain of 1,600 models is read and emitted, in time that grows with its length', async (context) => {
  const chain = (length: number): { readonly [path: string]: string } =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => {
        const next = (index + 1) % length
        const rows = [row('code'), row('next', `[shared.M${next}](../../models/shared/m${next}.md)`)]
        return [`docs/models/shared/m${index}.md`, page(`M${index}`, rows)]
      }),
    )
  const times: number[] = []
  for (const length of [200, 800, 1_600]) {
    const start = process.cpuUsage()
    const { model, told, written } = await runProduct({ files: chain(length) })
    times.push(process.cpuUsage(start).user)
    expect([model.models.length, told, written.has('zod/shared/m0.ts')]).toEqual([length, [], true])
  }
  const ratio = (times[2] ?? 0) / (times[1] ?? 1)
  addFigure(context, growth('time for a cycle of twice as many models', ratio, 2.6))
  expect(ratio).toBeLessThan(2.6)
})
