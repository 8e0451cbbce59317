// Knows which files prettier takes its settings from.

/** The names of files that may hold settings of layout, in the folder of a file or above it. */
export const settingsNames: readonly string[] = [
  '.editorconfig',
  'package.json',
  'package.yaml',
  '.prettierrc',
  ...['json', 'yaml', 'yml', 'json5', 'toml', 'js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map(
    (end) => `.prettierrc.${end}`,
  ),
  ...['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((end) => `prettier.config.${end}`),
]

/** Globs for the same names. */
export const settingsGlobs = [
  '.editorconfig',
  '.prettierrc*',
  'package.json',
  'package.yaml',
  'prettier.config.*',
] as const
