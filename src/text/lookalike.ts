// Knows which letters of other scripts look like Latin ones.

const LETTERS: ReadonlyMap<string, string> = new Map(
  `аa вb сc еe ɡg һh іi јj ӏl ԁd ոn оo рp ԛq гr ѕs уy хx ԝw зz АA ВB ЕE Ѕs ІI ЈJ КK МM НH ОO РP СC ТT ХX УY ԌG ԜW
  αa βb εe ιi κk νv οo ρp τt υu χx γy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX օo ѵv ᴏo ⅼl ⅰi ⅴv ⅹx`
    .split(/\s+/)
    .map(([other = '', latin = '']) => [other, latin] as const),
)

/** Whether a text has letters that could look like others. */
export function isPlainText(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** The text with letters of other scripts as the Latin ones that they look like; texts that look alike give the same. */
export function looksOf(text: string): string {
  return [...text.normalize('NFKC').replace(/\p{Cf}/gu, '')].map((letter) => LETTERS.get(letter) ?? letter).join('')
}
