// Knows the form of a file that keeps something between runs, and that what is damaged in it was never there.

import { hashBytes } from './hash.js'
import type { Host } from './host.js'

/** A file that keeps parts, each vouched for by a hash of its own, so that only what is asked for is looked at. */
export interface KeptFile {
  /** What tells this content from any other. */
  readonly hash: string
  /** A part; undefined where there is none or it is not whole. */
  bytes(name: string): Uint8Array | undefined
  /** The value of a part; undefined where there is none, it is not whole, or it is no JSON. */
  value(name: string): unknown
}

/** What is to be kept, by name: bytes as they are, any other value as JSON. */
export type Parts = Readonly<Record<string, Uint8Array | object>>

const LINE_END = 0x0a

/** Opens a file; undefined where there is none, or where it does not begin as such a file does. Never rejects. */
export async function readKept(path: string, host: Host): Promise<KeptFile | undefined> {
  try {
    const file = await host.read(path)
    const hashEnd = file.indexOf(LINE_END)
    const headEnd = file.indexOf(LINE_END, hashEnd + 1)
    const hash = textOf(file.subarray(0, hashEnd))
    const head = file.subarray(hashEnd + 1, headEnd)
    if (hashEnd === -1 || headEnd === -1 || hash !== hashBytes(head)) return undefined
    const places = placesIn(JSON.parse(textOf(head)), headEnd + 1)
    const bytes = (name: string): Uint8Array | undefined => {
      const place = places.get(name)
      const part = place && file.subarray(place.start, place.end)
      return part !== undefined && hashBytes(part) === place?.hash ? part : undefined
    }
    const value = (name: string): unknown => {
      const part = bytes(name)
      try {
        return part === undefined ? undefined : JSON.parse(textOf(part))
      } catch {
        return undefined
      }
    }
    return { hash, bytes, value }
  } catch {
    return undefined
  }
}

/** Keeps parts; gives the hash that vouches for all of them. */
export async function writeKept(path: string, parts: Parts, host: Host): Promise<string> {
  const bodies = Object.entries(parts).map(
    ([name, part]) => [name, part instanceof Uint8Array ? part : Buffer.from(JSON.stringify(part))] as const,
  )
  const head = JSON.stringify(bodies.map(([name, body]) => [name, body.length, hashBytes(body)]))
  const hash = hashBytes(head)
  await host.write(path, Buffer.concat([Buffer.from(`${hash}\n${head}\n`), ...bodies.map(([, body]) => body)]))
  return hash
}

interface Place {
  readonly start: number
  readonly end: number
  readonly hash: string
}

/** Where the parts lie, by the head, which its own hash vouches for. */
function placesIn(head: unknown, start: number): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  let at = start
  for (const [name, length, hash] of Array.isArray(head) ? head : []) {
    places.set(String(name), { start: at, end: at + Number(length), hash: String(hash) })
    at += Number(length)
  }
  return places
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
