// Knows what fields and members are called in each language.

import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../../src/dialects/index.js'

describe('the name of a field', () => {
  test.each([
    ['python', 'created_at', 'Door', 'created_at'],
    ['python', 'createdAt', 'Door', 'created_at'],
    ['python', 'from', 'Door', 'from_'],
    ['python', '$ref', 'Door', 'dollar_ref'],
    ['ruby', 'fields', 'Door', 'fields_'],
    ['java', 'default', 'Door', 'default_'],
    ['java', 'created_at', 'Door', 'createdAt'],
    ['typescript', 'homeURLPath', 'Door', 'homeURLPath'],
    ['php', 'default', 'Door', 'default'],
    ['go', 'site_url', 'Door', 'SiteURL'],
    ['go', 'ids', 'Door', 'Ids'],
    ['csharp', 'created_at', 'Door', 'CreatedAt'],
    ['csharp', 'door', 'Door', 'DoorValue'],
  ])('%s: %s of %s is %s', (id, wire, model, name) => {
    expect(dialectOf(id)?.fieldName(wire, model)).toBe(name)
  })
})

describe('the name of a member', () => {
  test.each([
    ['python', 'credit-card', 'CREDIT_CARD'],
    ['python', '24h', 'TWENTY_FOURH'],
    ['python', '-weight', 'MINUS_WEIGHT'],
    ['ruby', '', 'UNKNOWN'],
    ['java', 'NET_7', 'NET7'],
    ['php', 'CREDIT_CARD', 'CreditCard'],
    ['csharp', 'inTransit', 'InTransit'],
    ['csharp', '24h', 'TwentyFourh'],
    ['go', 'credit_card', 'KindCreditCard'],
    ['go', 'api_key', 'KindAPIKey'],
  ])('%s: %s is %s', (id, value, name) => {
    expect(dialectOf(id)?.memberName(value, 'Kind')).toBe(name)
  })
})
