import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import {
  applicationChecks,
  asApplication,
  emptyApplication,
  fieldsOf,
  isIdNumber,
  toldByDocument,
  useDraft,
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
    expect(toldByDocument({ documentType: 'FPR18', documentNumber: '11010519491231002X' })?.sex).toBe('2')
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

  it('complains of a missing ID number, and not of what the number would tell', () => {
    const checks = applicationChecks(() => [{ field: 'BIRTH_DATE', label: '出生日期', required: true }])
    const values = emptyApplication()
    expect(checks.documentNumber!('', values)).toBe('请填写证件号')
    expect(checks.birthDate!(null, values)).toBeNull()
    expect(checks.documentNumber!('810000199408230020', { ...values, documentType: 'HMRP' })).toMatch('证件号不正确')
  })

  it('sends what the number tells, not what was typed before for another document', () => {
    const filled = { ...emptyApplication(), documentNumber: '11010519491231002X', sex: '1', birthDate: '1980-01-01' }
    const post = { region: null, employer: { id: 7, name: '某中学' }, category: 'PROFESSIONAL' as const }
    expect(asApplication(filled, post)).toMatchObject({ sex: '2', birthDate: '1949-12-31' })
    expect(asApplication({ ...filled, documentType: 'PASS' }, post)).toMatchObject({
      sex: '1',
      birthDate: '1980-01-01',
    })
  })

  it('keeps neither the ID number nor a phone in the browser', async () => {
    const { draft } = useDraft()
    Object.assign(draft.filled, { documentNumber: '11010519491231002X', phone: '13800138000', name: '王秀英' })
    draft.filled.landline = '0371-65501234'
    await nextTick()
    const kept = JSON.stringify(Object.values(sessionStorage))
    expect(kept).toContain('王秀英')
    expect(kept).not.toMatch(/11010519491231002X|13800138000|65501234/)
    expect(useDraft().draft.filled.name).toBe('王秀英')
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
