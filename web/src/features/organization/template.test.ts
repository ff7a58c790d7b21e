import { describe, expect, it } from 'vitest'
import { columnHelp, reportCsv, templateCsv } from './template'

describe('the tables of an import', () => {
  it('the template begins with the columns the help explains', () => {
    const [heading] = templateCsv().slice(1).split('\r\n')
    expect(heading!.split(',')).toEqual(columnHelp.map((column) => column.name))
  })

  it('the report quotes commas and disarms formulas', () => {
    const lines = reportCsv([{ line: 3, name: '=cmd()', message: '代码“1,2”有误' }]).split('\r\n')
    expect(lines[1]).toBe(`3,'=cmd(),"代码“1,2”有误"`)
  })
})
