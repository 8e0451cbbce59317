#!/usr/bin/env node
// Knows the process: its arguments, streams and signals, and how it ends.

import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { run } from '@stricli/core'
import { createApplication } from './app.js'
import type { CliContext } from './context.js'
import { exitCodeOf, exitCodes } from './exit-code.js'

const interruption = new AbortController()

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // The first asks; whoever insists is believed.
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted)
    interruption.abort(new Error('interrupted'))
  })

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no fault.
    if (error.code !== 'EPIPE') throw error
  })

/** A stream without the colour depth that the argument parser would ask for: its own texts stay plain. */
function plain(stream: NodeJS.WriteStream): CliContext['process']['stdout'] {
  return { write: (text) => stream.write(text), isTTY: stream.isTTY, columns: stream.columns }
}

const context: CliContext = {
  process: { stdout: plain(process.stdout), stderr: plain(process.stderr), env: process.env },
  signal: interruption.signal,
}

await run(createApplication(readVersion), process.argv.slice(2), context)
// What was given up on may still be reading; the streams are drained before the process ends by itself.
if (interruption.signal.aborted) process.exit(exitCodes.interrupted)
process.exitCode = exitCodeOf(context.process.exitCode)

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(fileURLToPath(import.meta.resolve('sdk-docs-codegen/package.json')), 'utf8'),
  )
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown'
}
