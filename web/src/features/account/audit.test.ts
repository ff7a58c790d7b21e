import { describe, expect, it } from 'vitest'
import { change, details } from './audit'

describe('the words of the audit trail', () => {
  it('a change names both states', () => {
    expect(change('SUBMITTED', 'ACCEPTED')).toBe('待审核 → 审核通过')
  })

  it('a state it has no word for stays as it is stored', () => {
    expect(change(null, 'FROZEN')).toBe('FROZEN')
  })

  it('why somebody was not let in is told as words', () => {
    expect(details('{"cause":"account.wrong-password","unknown":"ab12"}')).toBe(
      '原因：账户号或密码错误，无此账户（编码）：ab12',
    )
  })

  it('details are told as words, and what is no JSON as it is', () => {
    expect(details('{"role":"EMPLOYER_ADMIN","device":"Linux"}')).toBe('身份：用人单位，设备：Linux')
    expect(details('plain')).toBe('plain')
  })
})
