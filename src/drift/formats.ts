// Knows the forms in which the drift can be had as one document, for programs and people.

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ApiModel } from '../ir/model.js'
import type { Finding } from '../reconcile/finding.js'
import { renderComment } from './comment.js'
import { renderGithub } from './github.js'
import { renderGitlab } from './gitlab.js'
import { renderHtml } from './html/html.js'
import { renderJson } from './json.js'
import { renderJunit } from './junit.js'
import { renderSarif } from './sarif.js'

/** Makes a document, with a final line feed. The same input gives the same bytes, whatever its order. */
export type Renderer = (model: ApiModel, findings: readonly Finding[], diagnostics: readonly Diagnostic[]) => string

/** The renderers by the name of their format. */
export const renderers = {
  markdown: (model, findings, diagnostics) => renderComment(model, findings, { diagnostics }),
  json: (model, findings) => renderJson(model, findings),
  sarif: renderSarif,
  github: renderGithub,
  gitlab: renderGitlab,
  junit: renderJunit,
  html: (model, findings, diagnostics) => renderHtml({ model, findings, diagnostics }),
} as const satisfies { readonly [format: string]: Renderer }

/** The name of a format. */
export type DocumentFormat = keyof typeof renderers
