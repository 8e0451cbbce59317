// Knows that models which lead to one another in a long line or circle are no trouble.

import { expect, it } from 'vitest'
import { addFigure, growth, held } from './figures.js'
import { page, row } from './inputs/case.js'
import { runProduct } from './inputs/product.js'

type Form = 'circle' | 'line'

function chain(length: number, form: Form): { readonly [path: string]: string } {
  const pages = Array.from({ length }, (_, index): [string, string] => {
    const next = (index + 1) % length
    const link = row('next', `[shared.M${next}](../../models/shared/m${next}.md)`)
    const rows = [row('code'), ...(next > 0 || form === 'circle' ? [link] : [])]
    return [`docs/models/shared/m${index}.md`, page(`M${index}`, rows)]
  })
  return Object.fromEntries(pages)
}

async function emitted(length: number, form: Form): Promise<void> {
  const { model, told, written } = await runProduct({ files: chain(length, form) })
  expect([model.models.length, told, written.has('zod/shared/m0.ts')]).toEqual([length, [], true])
}

it('a chain of 10,000 models is read and emitted, in a circle in time that grows with its length', async (context) => {
  await emitted(200, 'circle')
  const times: number[] = []
  for (const length of [5_000, 10_000]) {
    const start = process.cpuUsage()
    await emitted(length, 'circle')
    times.push(process.cpuUsage(start).user)
  }
  await emitted(10_000, 'line')
  addFigure(context, held('growth', 'models in a chain, read and emitted', { good: 10_000, all: 10_000 }))
  const ratio = (times[1] ?? 0) / (times[0] ?? 1)
  addFigure(context, growth('time for a cycle of twice as many models', ratio, 2.6))
  expect(ratio).toBeLessThan(2.6)
}, 600_000)
