// Knows what tells whether an entry of a file system has changed: five numbers.

import { digestOf } from './hash.js'
import type { Host } from './host.js'

/** The stamps of some entries, one after another: what it is, and four numbers. What was written moments ago holds `NaN`, which equals nothing. */
export type Stamps = Float64Array

/** How many numbers a stamp has. */
export const WIDTH = 5

/** The stamp of a path where there is nothing. */
export const nothing: Stamps = new Float64Array(WIDTH)

/** What an entry is: the first number of its stamp. */
export const kinds = { nothing: 0, file: 1, folder: 2, other: 3 } as const

/** The stamps of some paths: as the host has them, or made from its texts. */
export async function stampsOf(host: Host, paths: readonly string[]): Promise<Stamps> {
  if (host.glance !== undefined) return host.glance.stamps(paths)
  const stamps = new Float64Array(paths.length * WIDTH)
  for (const [index, text] of (await host.stamps(paths)).entries()) writeText(stamps, index, text)
  return stamps
}

/** One of several stamps. */
export function stampAt(stamps: Stamps, index: number): Stamps {
  return stamps.subarray(index * WIDTH, (index + 1) * WIDTH)
}

/** What the entry is. */
export function kindAt(stamps: Stamps, index = 0): number | undefined {
  return stamps[index * WIDTH]
}

/** Whether the entry was written moments before it was looked at. */
export function isRecentAt(index: number, stamps: Stamps): boolean {
  return Number.isNaN(stamps[index * WIDTH + 1])
}

/** Whether two entries are the same, by their stamps. */
export function isSameAt(index: number, one: Stamps, other: Stamps): boolean {
  const start = index * WIDTH
  for (let at = start; at < start + WIDTH; at += 1) if (one[at] !== other[at]) return false
  return true
}

/** Whether all entries are the same, by their stamps. */
export function areSame(one: Stamps, other: Stamps): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index])
}

/** A text as a stamp: other texts give other numbers. */
function writeText(stamps: Stamps, index: number, text: string): void {
  const kind = text === '' ? kinds.nothing : text === 'folder' ? kinds.folder : kinds.file
  stamps[index * WIDTH] = kind
  if (kind !== kinds.file) return
  const digest = Buffer.from(digestOf(text))
  for (let at = 1; at < WIDTH; at += 1) stamps[index * WIDTH + at] = digest.readUIntBE(at * 6, 6)
}
