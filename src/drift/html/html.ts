// Knows how the report page is put together: one file that runs its own script and style and loads nothing.

import { createHash } from 'node:crypto'
import about from '../../../templates/report/about.js?raw'
import decode from '../../../templates/report/decode.js?raw'
import detail from '../../../templates/report/detail.js?raw'
import dom from '../../../templates/report/dom.js?raw'
import filters from '../../../templates/report/filters.js?raw'
import list from '../../../templates/report/list.js?raw'
import main from '../../../templates/report/main.js?raw'
import model from '../../../templates/report/model.js?raw'
import page from '../../../templates/report/page.html?raw'
import style from '../../../templates/report/report.css?raw'
import state from '../../../templates/report/state.js?raw'
import { jsonInScript } from '../../text/json-text.js'
import { fillTemplate } from '../../text/template.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { ApiModel } from '../../ir/model.js'
import type { Finding } from '../../reconcile/finding.js'
import type { KnownCounts } from '../json.js'
import { packReport, type Pages } from './pack.js'

export type { Pages } from './pack.js'

/** The parts of the page's script; each uses what those before it declare. */
const script = `'use strict'\n${[dom, decode, state, about, filters, list, detail, model, main].join('\n')}`

/** What the page shows; without pages it knows no more of the docs than the findings do. */
export interface Shown extends Partial<Pages> {
  readonly model: ApiModel
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly known?: KnownCounts | undefined
}

/**
 * The drift as an HTML page that works from disk: a map of models and languages, and each model side by side. The same input
 * gives the same bytes.
 */
export function renderHtml({ known, variants = [], sheets = [], patches = [], ...shown }: Shown): string {
  const data = packReport({ ...shown, variants, sheets, patches, known: known ?? { accepted: 0, ignored: 0 } })
  const filled = fillTemplate(page, {
    policy,
    style: `<style>${style}</style>`,
    data: `<script type="application/json" id="data">${jsonInScript(data)}</script>`,
    script: `<script>${script}</script>`,
  })
  if (filled.kind === 'faulty') throw new Error(`templates/report/page.html: ${filled.faults.join('; ')}`)
  return filled.text
}

/** Nothing may be loaded or sent, and of what stands in the page only this script and style count. */
const policy = [
  `default-src 'none'`,
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ')

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
