import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/reconcile/finding.js'
import type { ObjectModel } from '../../src/ir/model.js'
import { typeText } from '../../src/ir/canonical.js'
import { told } from '../support/invented.js'
import { fixturePages, recoverPages, type Pages } from '../support/recovered.js'

/** The fixtures that the documents describe in words, with what must come of them. */
describe('quickstart', async () => {
  const { model, findings, diagnostics } = await recoverPages(fixturePages('quickstart/docs'))

  it('gives the eight planted differences and no other', () => {
    expect(told(findings)).toEqual([
      'missing-model shared/site-summary csharp nowhere',
      'missing-enum-value shared/parcel-status.expired go go/pkg/models/shared/parcelstatus.md:1:3',
      'description-differs shared/courier.name java java/models/shared/Courier.md:12:258',
      'missing-field shared/parcel.weight_grams php php/Models/Shared/Parcel.md:1:3',
      'type-conflict shared/compartment.number python python/models/shared/compartment.md:10:62',
      'nullable-conflict shared/locker.site_code ruby ruby/models/shared/locker.md:12:148',
      'required-conflict shared/parcel.tracking_code ruby ruby/models/shared/parcel.md:11:245',
      'deprecation-differs shared/courier.depot_id typescript typescript/sdk/models/shared/courier.md:28:135',
    ])
  })

  it('has nothing to say against the documents', () => {
    expect(diagnostics).toEqual([])
  })

  it('names the languages that cannot tell that null is a value', () => {
    expect(findings.find(({ rule }) => rule === 'nullable-conflict')?.blind).toEqual(['csharp', 'php', 'typescript'])
  })

  it('recovers 13 models, one error, three operations and the constants', () => {
    const ids = model.models.filter(({ role }) => role === 'data').map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('operations/'))).toEqual([
      'operations/deposit-parcel-request',
      'operations/list-lockers-request',
    ])
    expect(ids.filter((id) => id.startsWith('errors/'))).toEqual(['errors/locker-error'])
    expect(model.models.filter(({ role }) => role === 'response').map(({ id }) => id)).toEqual([
      'operations/deposit-parcel-response',
    ])
    expect(model.models.filter(({ role }) => role === 'missing')).toEqual([])
  })

  it.each([
    ['shared/deposited-event', 'kind', '"deposited"'],
    ['shared/collected-event', 'kind', '"collected"'],
    ['shared/locker', 'opened_on', 'date'],
    ['shared/locker', 'site_code', 'string | null'],
    ['shared/compartment', 'number', 'integer'],
    ['operations/deposit-parcel-request', 'photo', 'bytes'],
    ['operations/list-lockers-request', 'fields', 'string[]'],
    ['shared/legacy-label', 'format', 'string'],
  ])('settles %s %s as %s', (id, name, type) => {
    expect(typeText(fieldOf(model.models, id, name).type)).toBe(type)
  })

  it('finds the field that tells the members of the union apart', () => {
    expect(model.models.find(({ id }) => id === 'shared/parcel-event')).toMatchObject({
      kind: 'union',
      discriminator: 'kind',
    })
  })

  it('knows the casing of the wire from examples and paths', () => {
    expect(model.wireCase.style).toBe('snake')
  })
})

describe('seeds', () => {
  const documents = fixturePages('seeds')
  const [php, python, ruby] = [
    'php/docs/Models/Shared/Connection.md',
    'python/docs/models/shared/connection.md',
    'ruby/docs/models/shared/connection.md',
  ].map((path) => documents[path] ?? '')
  const layouts: readonly (readonly [string, Pages])[] = [
    [
      'in the folders of their SDKs',
      {
        'php/docs/Models/Shared/Connection.md': php ?? '',
        'python/docs/models/shared/connection.md': python ?? '',
        'ruby/docs/models/shared/connection.md': ruby ?? '',
      },
    ],
    [
      'as three texts in one folder',
      { 'docs/000_f1.txt': python ?? '', 'docs/001_45.txt': ruby ?? '', 'docs/002_7b.txt': php ?? '' },
    ],
    [
      'in folders named after another language',
      { 'ruby/connection.md': python ?? '', 'python/connection.md': php ?? '', 'php/connection.md': ruby ?? '' },
    ],
  ]

  describe.each(layouts)('%s', async (_, pages) => {
    const { model, findings, diagnostics } = await recoverPages(pages)

    it('are one Connection with 19 fields', () => {
      const models = model.models.filter(({ role }) => role !== 'missing')
      expect(models.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['shared/connection object'])
      expect(connection(model.models).fields.map(({ name }) => name)).toEqual([
        'auth',
        'auth_aws_arn',
        'auth_azure_keyvault_id',
        'auth_gcp_secret_name',
        'auth_hashi_vault_path',
        'categories',
        'created_at',
        'cursors_cache',
        'environment',
        'external_xref',
        'id',
        'integration_name',
        'integration_type',
        'is_paused',
        'last_healthy_at',
        'last_unhealthy_at',
        'permissions',
        'updated_at',
        'workspace_id',
      ])
    })

    it('lack what the issue says and contradict each other in nothing', () => {
      const missing = (variant: string): string[] =>
        findings.filter((finding) => finding.variant === variant).map(brief)
      expect(missing('python')).toEqual(
        [
          'auth_azure_keyvault_id',
          'auth_gcp_secret_name',
          'auth_hashi_vault_path',
          'cursors_cache',
          'integration_name',
          'last_healthy_at',
          'last_unhealthy_at',
        ].map((name) => `missing-field ${name}`),
      )
      expect(missing('php')).toEqual(
        ['auth_azure_keyvault_id', 'auth_gcp_secret_name', 'auth_hashi_vault_path', 'integration_name'].map(
          (name) => `missing-field ${name}`,
        ),
      )
      expect(missing('ruby')).toEqual(['missing-field cursors_cache'])
      expect(findings).toHaveLength(12)
    })

    it.each(['created_at', 'updated_at', 'last_healthy_at', 'last_unhealthy_at'])(
      'know %s as a date with a time',
      (name) => {
        const { type } = fieldOf(model.models, 'shared/connection', name)
        expect(type.kind).toBe('date')
        expect(typeText(type)).toMatch(/^date-time/)
      },
    )

    it('require a list of categories', () => {
      const field = fieldOf(model.models, 'shared/connection', 'categories')
      expect([field.type.kind, field.required]).toEqual(['array', true])
    })

    it('say that the models they link to are described nowhere', () => {
      expect(diagnostics.map(({ code }) => code)).toEqual(['CG501', 'CG501', 'CG501'])
    })
  })
})

function brief({ rule, field }: Finding): string {
  return `${rule} ${field}`
}

function connection(models: Awaited<ReturnType<typeof recoverPages>>['model']['models']): ObjectModel {
  return objectOf(models, 'shared/connection')
}

function objectOf(models: Awaited<ReturnType<typeof recoverPages>>['model']['models'], id: string): ObjectModel {
  const model = models.find((candidate) => candidate.id === id)
  if (model?.kind !== 'object') throw new Error(`no object ${id}`)
  return model
}

function fieldOf(
  models: Awaited<ReturnType<typeof recoverPages>>['model']['models'],
  id: string,
  name: string,
): ObjectModel['fields'][number] {
  const field = objectOf(models, id).fields.find((candidate) => candidate.name === name)
  if (field === undefined) throw new Error(`no field ${id} ${name}`)
  return field
}
