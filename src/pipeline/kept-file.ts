// Knows the form of a file that keeps something between runs, and that a damaged one holds nothing.

import type { Host } from './host.js'
import { hashBytes } from './recording-host.js'

/** What a file keeps, with the hash that vouches for it; undefined where it is not whole. Never rejects. */
export async function readKept(
  path: string,
  host: Host,
): Promise<{ readonly value: unknown; readonly hash: string } | undefined> {
  try {
    const bytes = await host.read(path)
    const end = bytes.indexOf(0x0a)
    const hash = new TextDecoder().decode(bytes.subarray(0, end))
    const body = bytes.subarray(end + 1)
    if (end === -1 || hash !== hashBytes(body)) return undefined
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)), hash }
  } catch {
    return undefined
  }
}

/** Keeps a value; gives the hash that vouches for it. */
export async function writeKept(path: string, value: unknown, host: Host): Promise<string> {
  const body = Buffer.from(JSON.stringify(value))
  const hash = hashBytes(body)
  await host.write(path, Buffer.concat([Buffer.from(`${hash}\n`), body]))
  return hash
}
