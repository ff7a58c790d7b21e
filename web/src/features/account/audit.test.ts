import { describe, expect, it } from 'vitest'
import { change, details } from './audit'

describe('the words of the audit trail', () => {
  it('a change names both states', () => {
    expect(change('SUBMITTED', 'ACCEPTED')).toBe('待审核 → 审核通过')
  })

  it('a state it has no word for stays as it is stored', () => {
    expect(change(null, 'FROZEN')).toBe('FROZEN')
  })

  it('details are told as words, and what is no JSON as it is', () => {
    expect(details('{"role":"EMPLOYER_ADMIN","device":"Linux"}')).toBe('身份：用人单位，设备：Linux')
    expect(details('plain')).toBe('plain')
  })
})
