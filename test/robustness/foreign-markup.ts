// Knows which markup our own Markdown documents have, and finds any other as GitHub would see it.

import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

const OWN_HTML = /^(?:<!--(?:(?!-->)[^])*-->|<\/?(?:details|summary|b|code|sub|br)\s*\/?>)$/

/** What of a document is no markup of ours: HTML, links that lead away, pictures, mentions, characters that cannot be seen. */
export function foreignMarkup(text: string): string[] {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'html')
      for (const tag of node.value.match(/<!--[^]*?-->|<[^>]*>/g) ?? []) if (!OWN_HTML.test(tag)) found.push(tag)
    if (node.type === 'image' || node.type === 'definition' || node.type === 'linkReference')
      found.push(`${node.type} ${text.slice(node.position?.start.offset, node.position?.end.offset)}`)
    if (node.type === 'link' && !/^[\w.-]+\.md$|^#/.test(node.url)) found.push(`link ${node.url}`)
    if (node.type === 'text') found.push(...(node.value.match(/(?<![\w.])@[A-Za-z][\w/-]*/g) ?? []))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }))
  const unseen = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u.exec(text)
  return unseen === null ? found : [...found, `unseen at ${unseen.index}`]
}
