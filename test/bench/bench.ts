// Knows what `npm run bench` is told, and what it prints.

import process from 'node:process'
import { ensureBuilt } from '../support/built-cli.js'
import { parts } from './cli.js'
import { printFigures, type Figure } from './figures.js'
import { measureValidators, printValidators } from './validators.js'

const VALIDATORS = 'validators'
const [...words] = process.argv.slice(2)
const isJson = words.includes('--json')
const asked = words.filter((word) => word !== '--json')
const isAsked = (name: string): boolean => asked.length === 0 || asked.some((word) => name.startsWith(word))
const names = [...parts.map(({ name }) => name), VALIDATORS]

if (names.some(isAsked)) await bench()
else {
  process.stderr.write(`No part of the bench is called ${asked.join(' or ')}; there are: ${names.join(', ')}\n`)
  process.exitCode = 2
}

async function bench(): Promise<void> {
  ensureBuilt()
  const figures: Figure[] = []
  const say = (text: string): void => void (isJson ? undefined : process.stdout.write(`${text}\n`))
  for (const { name, measure } of parts.filter((part) => isAsked(part.name))) {
    const measured = (await measure()).map((figure) => ({ part: name, ...figure }))
    figures.push(...measured)
    say(`${name}\n${printFigures(measured)}\n`)
  }
  const validators = isAsked(VALIDATORS) ? await measureValidators() : undefined
  if (validators !== undefined) say(printValidators(validators))
  if (isJson) process.stdout.write(`${JSON.stringify({ figures, ...validators }, undefined, 2)}\n`)
}
