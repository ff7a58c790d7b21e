import { describe, expect, it } from 'vitest'
import {
  applicationChecks,
  asApplication,
  emptyApplication,
  fieldsOf,
  isIdNumber,
  toldByDocument,
} from './registration'

describe('a registration', () => {
  it('knows a wrong last character of an ID number', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('110105194912310021')).toBe(false)
    expect(isIdNumber('1101051949123100')).toBe(false)
  })

  it('reads sex and birth date from the number instead of asking', () => {
    expect(toldByDocument({ documentType: 'RIC', documentNumber: '1101 0519 4912 3100 2x' })).toEqual({
      sex: '2',
      birthDate: '1949-12-31',
    })
    expect(toldByDocument({ documentType: 'PASS', documentNumber: 'E12345678' })).toBeNull()
  })

  it('asks for what the pack demands and nothing else', () => {
    const checks = applicationChecks(() => [
      { field: 'SEX', label: '性别', required: true },
      { field: 'MAJOR', label: '所学专业', required: true },
      { field: 'SCHOOL', label: '毕业院校', required: false },
    ])
    const values = { ...emptyApplication(), documentNumber: '11010519491231002X' }
    expect(checks.major!('', values)).toBe('请填写所学专业')
    expect(checks.school!('', values)).toBeNull()
    expect(checks.sex!(null, values)).toBeNull()
    expect(checks.sex!(null, { ...values, documentType: 'PASS' })).toBe('请填写性别')
  })

  it('sends empty texts as nothing', () => {
    const sent = asApplication(
      { ...emptyApplication(), name: ' 王秀英 ', department: '  ' },
      { region: null, employer: { id: 7, name: '某中学' }, category: 'PROFESSIONAL' },
    )
    expect(sent).toMatchObject({ employerId: 7, name: '王秀英', department: null })
  })

  it('finds fields that the server names by their place in the whole form', () => {
    expect(fieldsOf({ 'application.phone': '手机号不正确', name: '请填写姓名' })).toEqual({
      phone: '手机号不正确',
      name: '请填写姓名',
    })
  })
})
