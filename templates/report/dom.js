// Knows how the page is built from elements and texts: whatever the docs say stays text.

/**
 * @typedef {Node | string | number | undefined | false | Children} Child
 * @typedef {{ [Symbol.iterator]: () => Iterator<Child> }} Children
 * @typedef {{ readonly [name: string]: string | number | boolean | undefined }} Attributes
 */

/**
 * The element with an id, which the page has.
 * @param {string} id
 */
function byId(id) {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`no element #${id}`)
  return element
}

/**
 * An input or select of the page.
 * @param {string} id
 */
function inputById(id) {
  const element = byId(id)
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) return element
  throw new Error(`#${id} takes no input`)
}

/**
 * A new element. `class` and all other attributes are set as such; texts become text nodes, whatever stands in them.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  append(element, children)
  return element
}

/**
 * @param {HTMLElement} parent
 * @param {Children} children
 */
function append(parent, children) {
  for (const child of children) {
    if (child === undefined || child === false) continue
    if (child instanceof Node) parent.append(child)
    else if (typeof child === 'object') append(parent, child)
    else parent.append(visible(String(child)))
  }
}

/**
 * Text with what would not be seen, or would turn what is seen around, as escapes.
 * @param {string} text
 */
function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) =>
    /[\t\n\r]/.test(character) ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

/**
 * A text for those who do not see the page.
 * @param {string} text
 */
function spoken(text) {
  return h('span', { class: 'sr' }, text)
}

/**
 * A count with its word.
 * @param {number} count
 * @param {string} word
 */
function plural(count, word) {
  return `${grouped(count)} ${word}${count === 1 ? '' : 's'}`
}

/**
 * A number with commas.
 * @param {number} count
 */
function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/**
 * What a cell of a Markdown table looks like: links without their targets, code and emphasis without their marks.
 * @param {string} cell
 * @returns {string}
 */
function plain(cell) {
  return unlinked(cell)
    .replace(/(?<!\\)\*((?:\\.|[^*`\\])+)\*/g, '$1')
    .replace(/\\([^\w\s])|`([^`]*)`|~~/g, '$1$2')
}

/**
 * A cell with the texts of its links in their place; brackets may stand in them.
 * @param {string} cell
 */
function unlinked(cell) {
  /** @type {string[]} */
  const out = []
  /** @type {number[]} */
  const open = []
  for (let index = 0; index < cell.length; index += 1) {
    const character = cell[index] ?? ''
    const end = character === ']' && cell[index + 1] === '(' ? cell.indexOf(')', index) : -1
    const start = character === ']' ? open.pop() : undefined
    if (end >= 0 && start !== undefined) {
      out[start] = ''
      index = end
    } else if (character === '\\') {
      out.push(cell.slice(index, index + 2))
      index += 1
    } else {
      if (character === '[') open.push(out.length)
      out.push(character)
    }
  }
  return out.join('')
}

/**
 * Code, which may be broken where its words end.
 * @param {string} text
 */
function codeText(text) {
  return h('code', {}, breakable(text))
}

/**
 * A place in a file, which may be broken behind its folders.
 * @param {string} place
 */
function placeCode(place) {
  return h('code', { class: 'place' }, broken(place.split(/(?<=\/)/)))
}

/**
 * A text that may be broken where the words of a name or path end.
 * @param {string} text
 * @returns {readonly Child[]}
 */
function breakable(text) {
  return broken(text.split(/(?<=[_.:/\\([<|,-])(?=\w)|(?<=[a-z\d])(?=[A-Z])/))
}

/**
 * @param {readonly string[]} words
 * @returns {readonly Child[]}
 */
function broken(words) {
  return words.map((word, index) => [index > 0 && document.createElement('wbr'), word])
}

/** Pictures that docs name, as GitHub shows them. */
const pictures = new Map([
  [':heavy_check_mark:', '✔'],
  [':heavy_minus_sign:', '–'],
])

/**
 * A cell that may be the name of a picture: the picture, and its name for those who do not see it.
 * @param {string} cell
 */
function symbol(cell) {
  const picture = pictures.get(cell)
  if (picture === undefined) return codeText(cell)
  return h('span', { class: 'picture', title: cell }, h('span', { 'aria-hidden': 'true' }, picture), spoken(cell))
}
