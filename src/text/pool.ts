// Knows how texts that recur are kept once, without the larger texts that they were cut from.

/**
 * Gives each text as a copy of its own, and equal texts as the same one. An engine keeps a part of a text as a view of the whole, which
 * stays in memory as long as any part of it does.
 */
export function createPool(): (text: string) => string {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { ignoreBOM: true })]
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const own = decoder.decode(encoder.encode(text))
    known.set(own, own)
    return own
  }
}
