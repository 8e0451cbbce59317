#!/usr/bin/env node
// Knows the process: its arguments, streams and signals, and how it ends.

import { readFile } from 'node:fs/promises'
import * as module from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { proposeCompletions, run } from '@stricli/core'
import { createApplication } from './app.js'
import type { CliContext } from './context.js'
import { printJson } from './print-json.js'
import { endSignals, exitCodeOf, interrupt, interruptionCode, signalCodes } from './exit-code.js'

// Where Node offers it, what is loaded from here on is compiled once and for all.
const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enableCompileCache === 'function') enableCompileCache()

const interruption = new AbortController()

for (const signal of endSignals)
  process.on(signal, () => {
    // The first asks; whoever insists is believed.
    if (interruption.signal.aborted) process.exit(signalCodes[signal])
    interrupt(interruption, signal)
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

await main(process.argv.slice(2))
// What was given up on may still be reading; the streams are drained before the process ends by itself.
if (interruption.signal.aborted) process.exit(interruptionCode(interruption.signal))

/** Runs the command that some words call, and sets the exit code. */
async function main(words: readonly string[]): Promise<void> {
  const application = createApplication(readVersion)
  const complaint: string[] = []
  const stderr = plain(process.stderr)
  const context: CliContext = {
    process: {
      stdout: plain(process.stdout),
      stderr: { ...stderr, write: (text) => complaint.push(text) && stderr.write(text) },
      env: process.env,
    },
    signal: interruption.signal,
  }
  // What the scripts of `codegen completions` ask: the words so far, the last of them begun.
  if (words[0] === 'complete-words') {
    const found = await proposeCompletions(application, words.slice(2), context)
    process.stdout.write(found.map(({ completion }) => `${completion}\n`).join(''))
    return
  }
  await run(application, words, context)
  const given = context.process.exitCode
  const exitCode = exitCodeOf(given)
  // The parser of arguments knows no JSON; whoever asked for it gets its complaint as the one document.
  if (Number(given) < 0 && words.includes('--json'))
    process.stdout.write(printJson({ exitCode, error: complaint.join('').trim() }))
  process.exitCode = exitCode
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(fileURLToPath(import.meta.resolve('sdk-docs-codegen/package.json')), 'utf8'),
  )
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown'
}
