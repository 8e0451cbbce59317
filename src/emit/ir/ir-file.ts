// Knows how single models are found in the file of the model, and put into it anew, without reading or writing the others.

import type { ApiModel, Model } from '../../ir/model.js'
import { irDocument } from './ir.js'
import { modelText, stableJson } from './stable-json.js'

/** The file of a model as it lies on disk. */
export interface IrFile {
  /** A model; undefined where there is none of that id. */
  modelOf(id: string): Model | undefined
  /** The file with other models in the place of those of their ids, and another head. */
  with(models: readonly Model[], head: Omit<ApiModel, 'models'>): Uint8Array
}

/** How a model begins and ends: lines that stand nowhere else, since no text of JSON holds a line end. */
const BEGIN = '\n    {\n      "id": '
const END = '\n    }'

/** Reads a file that was written by us; only the places of the models are looked for. */
export function openIr(bytes: Uint8Array): IrFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = placesIn(file)
  const modelOf = (id: string): Model | undefined => {
    const place = places.get(id)
    const value: unknown = place === undefined ? undefined : JSON.parse(file.toString('utf8', place.start, place.end))
    return isModel(value) ? value : undefined
  }
  return {
    modelOf,
    with: (models, head) => {
      const parts: Uint8Array[] = [Buffer.from(headText(head))]
      let from = firstOf(places)
      const sorted = models.flatMap((model) => {
        const place = places.get(model.id)
        return place === undefined ? [] : [{ ...place, model }]
      })
      for (const { start, end, model } of sorted.sort((a, b) => a.start - b.start)) {
        parts.push(file.subarray(from, start), Buffer.from(modelText(model)))
        from = end
      }
      return Buffer.concat([...parts, file.subarray(from)])
    },
  }
}

interface Place {
  /** From the indentation of the first line to the closing brace, exclusive. */
  readonly start: number
  readonly end: number
}

function placesIn(file: Buffer): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (let at = file.indexOf(BEGIN); at !== -1;) {
    const id = at + BEGIN.length
    const end = file.indexOf(END, id) + END.length
    const literal = file.toString('utf8', id, file.indexOf(0x0a, id)).replace(/,$/, '')
    places.set(String(JSON.parse(literal)), { start: at + 1, end })
    at = file.indexOf(BEGIN, end)
  }
  return places
}

function firstOf(places: ReadonlyMap<string, Place>): number {
  const [first] = places.values()
  return first?.start ?? 0
}

/** What stands before the first model. */
function headText(head: Omit<ApiModel, 'models'>): string {
  const text = stableJson(irDocument({ ...head, models: [] }))
  return `${text.slice(0, text.lastIndexOf('[]'))}[\n`
}

function isModel(value: unknown): value is Model {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'sources' in value
}
