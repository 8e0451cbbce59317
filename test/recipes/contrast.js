// Knows, within a page, which of its texts are too faint: those with a contrast below 4.5, each with its ratio.

;(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

  /** @param {readonly string[]} colors painted over each other */
  const pixel = (colors) => {
    if (canvas === null) throw new Error('no canvas')
    for (const color of colors) {
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
    }
    return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3))
  }

  /** @param {readonly number[]} rgb */
  const luminance = (rgb) => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /**
   * @param {Element | null} element
   * @returns {string[]}
   */
  const behind = (element) =>
    element === null ? ['#fff'] : [...behind(element.parentElement), getComputedStyle(element).backgroundColor]

  /** @type {string[]} */
  const faint = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '' || !element.checkVisibility()) continue
    if (element.closest('script, style, noscript, .sr, .skip, .off') !== null) continue
    const ground = behind(element)
    const [one, two] = [luminance(pixel(ground)), luminance(pixel([...ground, getComputedStyle(element).color]))]
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
    if (ratio < 4.5) faint.push(`${text.slice(0, 40)} (${element.className || element.tagName}): ${ratio.toFixed(2)}`)
  }
  return faint
})()
