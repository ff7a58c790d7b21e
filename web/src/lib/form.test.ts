import { describe, expect, it } from 'vitest'
import { passwordCheck, required, useForm } from './form'

describe('a form', () => {
  const begin = () => useForm({ name: '', phone: '' }, { name: required('请填写姓名') })

  it('tells what is missing', () => {
    const form = begin()
    expect(form.check()).toBe(false)
    expect(form.errors).toEqual({ name: '请填写姓名' })
    form.values.name = '张三'
    expect(form.check()).toBe(true)
  })

  it('shows what the server found until that field is changed', () => {
    const form = begin()
    form.take({ fields: { phone: '手机号不正确', name: '姓名不得超过50字' } })
    form.values.phone = '13800000000'
    expect(form.errors).toEqual({ name: '姓名不得超过50字' })
  })

  it('knows whether something was typed', () => {
    const form = begin()
    expect(form.changed).toBe(false)
    form.values.name = '张'
    expect(form.changed).toBe(true)
    form.reset()
    expect(form.changed).toBe(false)
    expect(form.values.name).toBe('')
  })
})

describe('the rule of passwords', () => {
  it.each(['12345678', 'abcdefgh', '短密码1', 'a1'.repeat(11), ''])('refuses %s', (password) => {
    expect(passwordCheck(password)).toBe('请输入8~20位密码,请勿输入纯数字或纯字母')
  })

  it('accepts letters with digits', () => {
    expect(passwordCheck('jingxin2026')).toBeNull()
  })
})
