// Knows how the named slots of a template are filled.

/** A filled template, or what is wrong with it: an unknown slot, an unfilled slot, or a slot used more than once. */
export type Filled =
  { readonly kind: 'filled'; readonly text: string } | { readonly kind: 'faulty'; readonly faults: readonly string[] }

const slot = /\{\{([a-z-]+)\}\}/g

/**
 * Puts each value in place of its slot, `{{name}}`. Every value must be used exactly once and every slot have a value.
 * Values are data: `$&`, back-ticks and slots inside them stay as they are.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): Filled {
  const given = new Map(Object.entries(values))
  const used = [...template.matchAll(slot)].map((match) => match[1] ?? '')
  const faults = [
    ...new Set(used.filter((name) => !given.has(name)).map((name) => `no value for the slot ${name}`)),
    ...[...given.keys()].filter((name) => !used.includes(name)).map((name) => `no slot for the value ${name}`),
    ...new Set(
      used
        .filter((name, index) => given.has(name) && used.indexOf(name) !== index)
        .map((name) => `the slot ${name} is used more than once`),
    ),
  ]
  if (faults.length > 0) return { kind: 'faulty', faults }
  return { kind: 'filled', text: template.replace(slot, (whole: string, name: string) => given.get(name) ?? whole) }
}
