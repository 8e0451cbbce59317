// Knows the options of a run in the working folder `/w` where nothing else is said.

import type { Options } from '../../src/config/options.js'

/** The defaults, as the README states them, with changes. */
export function optionsWith(changes: Partial<Options> = {}): Options {
  return {
    cwd: '/w',
    sources: [],
    out: '/w/generated',
    validators: ['plain'],
    shape: 'wire',
    emitters: [],
    layout: 'per-model',
    prefixes: 'collision',
    header: null,
    unknownKeys: 'allow',
    enums: 'open',
    presence: 'union',
    conflicts: 'majority',
    overrides: {},
    severity: {},
    ignore: [],
    baseline: '/w/codegen.baseline.json',
    configCode: true,
    failOn: 'error',
    wireCase: 'auto',
    responses: false,
    limits: {
      documents: 200_000,
      bytes: 2_097_152,
      rows: 20_000,
      columns: 64,
      line: 1_048_576,
      heading: 8_192,
      name: 512,
      depth: 64,
    },
    ...changes,
  }
}
