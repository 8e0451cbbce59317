// Knows how plants are put into a release, what is found then, and whether the patch brings the pages back.

import type { Fix } from '../../src/drift/patch/fix.js'
import { planFixes } from '../../src/drift/patch/plan-fixes.js'
import { editPage, printPage } from '../../src/markdown/edit-page.js'
import { parsePage } from '../../src/markdown/parse-page.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import { told } from './invented.js'
import type { Plant } from './plants.js'
import { policy, replanted, type Release } from './release.js'

/** What became of one plant. */
export interface Outcome {
  readonly plant: Plant
  /** Whether exactly the finding that must tell of it does. */
  readonly isTold: boolean
  /** Whether the patch of its variant mends it, and brings the page back byte for byte. */
  readonly isFixable: boolean
  readonly isRestored: boolean
  /** The page's text after the patch. */
  readonly restored: string
}

/** What became of plants that were put into a release at once. */
export interface Harvest {
  readonly outcomes: readonly Outcome[]
  /** Findings that no plant accounts for, and those that are missing, each with the plants of its model. */
  readonly wrong: readonly string[]
  /** Findings that are left, and could be mended, after the patch; a page may say the same in other words than before. */
  readonly left: readonly string[]
  readonly fixes: readonly Fix[]
}

/** Puts plants into a release, at most one a page. */
export function harvest(release: Release, plants: readonly Plant[]): Harvest {
  const texts = new Map(plants.map(({ file, text }) => [file, text]))
  const reconciled = reconcile(replanted(release, texts), policy)
  const lines = told(reconciled.findings).map(spelt)
  const fixes = planFixes(reconciled, reconciled.findings)
  const mended = new Set(fixes.flatMap(({ mends }) => mends))
  const files = new Map(fixes.map((fix) => [fix.file, fix]))
  const outcomes = plants.map((plant): Outcome => {
    const found = reconciled.findings.filter((_, index) => lines[index] === spelt(plant.told))
    const fix = files.get(plant.file)
    const isFixable = found.some(({ fingerprint }) => mended.has(fingerprint))
    const text = fix === undefined ? plant.text : patched(plant, fix)
    const isRestored = isFixable && text === release.pages.get(plant.file)?.text
    return { plant, isTold: found.length === 1, isFixable, isRestored, restored: text }
  })
  const wanted = plants.map((plant) => spelt(plant.told))
  return {
    outcomes,
    wrong: [
      ...lines.filter((line) => !wanted.includes(line)).map((line) => `besides: ${line}`),
      ...wanted.filter((line) => !lines.includes(line)).map((line) => `not told: ${line}`),
      ...lines.filter((line, index) => lines.indexOf(line) !== index).map((line) => `twice: ${line}`),
    ],
    left: leftAfter(release, outcomes),
    fixes,
  }
}

/** A finding however its field is spelt: the row that is gone may have been the one that told of its capitals on the wire. */
function spelt(line: string): string {
  return line.replace(/ \S+ /, (subject) => subject.toLowerCase().replaceAll('_', ''))
}

/** What is found after the patch; nothing where it brought back all pages. */
function leftAfter(release: Release, outcomes: readonly Outcome[]): string[] {
  const other = outcomes.filter(({ isRestored }) => !isRestored)
  if (other.length === 0) return []
  const texts = new Map(other.map(({ plant, restored }) => [plant.file, restored]))
  const { findings } = reconcile(replanted(release, texts), policy)
  const expected = other.filter(({ isFixable }) => !isFixable).map(({ plant }) => spelt(plant.told))
  return told(findings)
    .map(spelt)
    .filter((line) => !expected.includes(line))
}

function patched({ file, text }: Plant, { edits }: Fix): string {
  return printPage(editPage(parsePage(file, text, { rows: 20_000, columns: 64 }).page, edits))
}
