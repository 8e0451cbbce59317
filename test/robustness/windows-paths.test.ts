// Knows that a run on Windows gives what a run elsewhere gives, with `/` between the parts of every path that is shown or written.

import { afterEach, describe, expect, it, vi } from 'vitest'
import { DOOR, page, row } from './inputs/case.js'
import { runProduct } from './inputs/product.js'

describe('paths of Windows', () => {
  afterEach(() => vi.doUnmock('node:path'))

  it('give the same files and places as others', async () => {
    const files = { [DOOR]: page('Door', [row('number', '*int*', 'One\u202e.')]) }
    const usual = await runProduct({ files })
    vi.resetModules()
    vi.doMock('node:path', async (original) => {
      const { win32 } = await original<typeof import('node:path')>()
      return { ...win32, default: win32, win32 }
    })
    const { runProduct: runThere } = await import('./inputs/product.js')
    const there = await runThere({ files, onWindows: true })
    expect(there.told).toEqual(usual.told)
    for (const [path, text] of usual.written) expect(there.written.get(path), path).toBe(text)
    expect([...there.written.keys(), ...there.told].filter((text) => text.includes('\\'))).toEqual([])
  })
})
