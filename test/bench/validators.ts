// Knows how the generated validators are measured against other libraries, and how large they are once bundled.

import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Rolldown } from 'tsdown'
import { z } from 'zod'
import { nameModels } from '../../src/emit/names.js'
import { types } from '../../src/emit/types/types.js'
import { validators } from '../../src/emit/validators/validators.js'
import { zod } from '../../src/emit/zod/zod.js'
import { emit, writeFiles } from '../emit/emitted.js'
import { laidOut } from './figures.js'
import { benchApi, rootIds } from './models.js'

const measured = z.array(
  z.object({
    model: z.string(),
    input: z.string(),
    asked: z.enum(['verdict', 'issues']),
    ratios: z.record(z.string(), z.number()),
  }),
)

/** What the race and the bundles came to. */
export interface ValidatorFigures {
  readonly ratios: z.infer<typeof measured>
  readonly sizes: readonly Size[]
}

/** Emits validators for the invented models, times them against the others, and bundles them. */
export async function measureValidators(): Promise<ValidatorFigures> {
  const emitted = await Promise.all([types, validators, zod].map((emitter) => emit(emitter, benchApi)))
  const folder = writeFiles(emitted.flatMap(({ files }) => files))
  try {
    return { ratios: await timed(folder), sizes: await sizesOf(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the race in a process of its own, on bundled code as users run it. */
async function timed(folder: string): Promise<z.infer<typeof measured>> {
  writeFileSync(
    join(folder, 'race.ts'),
    `import { measure } from ${JSON.stringify(join(import.meta.dirname, 'measure.ts'))}
import * as validators from './validators/index.js'
process.stdout.write(JSON.stringify(measure(validators, () => performance.now())))
`,
  )
  const code = await bundle(join(folder, 'race.ts'), false)
  const file = join(folder, 'race.mjs')
  writeFileSync(file, code)
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(stderr)
  return measured.parse(JSON.parse(stdout))
}

/** The bytes of one model's validators, minified, by library. */
export interface Size {
  readonly model: string
  readonly plain: number
  readonly zod: number
}

/** The bytes of one model's validator with all that it needs, minified; zod itself included. */
async function sizesOf(folder: string): Promise<readonly Size[]> {
  const names = nameModels(benchApi.models)
  const sizes: Size[] = []
  for (const id of rootIds) {
    const { name = '', path = '' } = names.get(id) ?? {}
    const schema = `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`
    writeFileSync(
      join(folder, 'plain-entry.ts'),
      `export { is${name}, validate${name} } from './validators/index.js'\n`,
    )
    writeFileSync(join(folder, 'zod-entry.ts'), `export { ${schema} } from './zod/${path}.js'\n`)
    const [plain = '', whole = ''] = await Promise.all(
      ['plain-entry.ts', 'zod-entry.ts'].map((entry) => bundle(join(folder, entry), true)),
    )
    sizes.push({ model: name, plain: Buffer.byteLength(plain), zod: Buffer.byteLength(whole) })
  }
  return sizes
}

async function bundle(entry: string, isWhole: boolean): Promise<string> {
  const build = await Rolldown.rolldown({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    ...(!isWhole && { external: [/^(?:ajv|typebox|valibot|zod|node:)/] }),
  })
  const { output } = await build.generate({ format: 'esm', minify: isWhole })
  await build.close()
  return output[0].code
}

/** The figures as tables for people. */
export function printValidators({ ratios, sizes }: ValidatorFigures): string {
  const contenders = Object.keys(ratios[0]?.ratios ?? {}).filter((name) => name !== 'plain')
  const groups = [...new Set(ratios.map(({ input, asked }) => `${input}: ${asked}`))]
  const rows = groups.map((group) => {
    const own = ratios.filter(({ input, asked }) => `${input}: ${asked}` === group)
    const means = contenders.map((name) => mean(own.map((one) => one.ratios[name] ?? 0)).toFixed(2))
    return [group, ...means]
  })
  const closest = groups.map((group) => [group, ...contenders.map((name) => closestOf(ratios, group, name))])
  const lines = sizes.map(({ model, plain, zod: whole }) => [model, String(plain), String(whole)])
  return `Times as long as the plain validator takes, on ${sizes.length} models (geometric mean):

${laidOut([['', ...contenders], ...rows])}

The same on the model on which the other does best:

${laidOut([['', ...contenders], ...closest])}

Bytes of one model, minified, with all it needs:

${laidOut([['', 'plain', 'zod'], ...lines])}
`
}

function closestOf(ratios: z.infer<typeof measured>, group: string, name: string): string {
  const own = ratios.filter(({ input, asked }) => `${input}: ${asked}` === group)
  const [best] = own.toSorted((a, b) => (a.ratios[name] ?? 0) - (b.ratios[name] ?? 0))
  return `${best?.model ?? ''} ${(best?.ratios[name] ?? 0).toFixed(2)}`
}

function mean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
