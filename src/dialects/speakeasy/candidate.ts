// Knows which texts may be model pages of this family, before any is parsed, and which wire names other pages show.

import { squash } from '../../text/words.js'

const MODEL_SECTION = /^## +(?:Fields|Values|Supported Types|Example Usage)[ \t]*$/m
const SECTION = /^## /m
const OTHER_SECTION = /^## +(?:Global Options|Per-Method Options|Overview|Available Operations)/m
const NO_MODELS = /(?:^|\/)(?<!\bmodels\/)(?:sdks|lib|types|utils)\/(?:[^/]+\/)?[^/]+$/i
const SNIPPET = /<!-- UsageSnippet ([^<>]*)-->/g
const SNIPPET_PATH = /\bpath="([^"]*)"/

/**
 * Whether a text may be a model page: it has a section of one, or nothing but the heading that its file is named after.
 * What this lets pass is parsed and looked at; what it refuses is no model page, whatever it holds.
 */
export function mayBeModelPage(file: string, text: string): boolean {
  if (MODEL_SECTION.test(text)) return true
  if (NO_MODELS.test(file) || OTHER_SECTION.test(text)) return false
  const heading = /^\uFEFF?#[ \t]+(?:~~)?([A-Z][A-Za-z0-9]*)(?:~~)?[ \t]*$/m.exec(text.slice(0, 400))
  const base = (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  return (
    heading?.[1] !== undefined && (squash(heading[1]) === squash(base) || (!SECTION.test(text) && text.length < 400))
  )
}

/** The names of path parameters that the code samples of a page show as they stand on the wire, with their offsets. */
export function pathParameters(text: string): { readonly name: string; readonly offset: number }[] {
  if (!text.includes('<!-- UsageSnippet ')) return []
  return [...text.matchAll(SNIPPET)].flatMap((snippet) => {
    const found = SNIPPET_PATH.exec(snippet[0])
    const path = snippet.index + (found?.index ?? 0) + 'path="'.length
    return [...(found?.[1] ?? '').matchAll(/\{([^{}]+)\}/g)].map((parameter) => ({
      name: parameter[1] ?? '',
      offset: path + parameter.index + 1,
    }))
  })
}
