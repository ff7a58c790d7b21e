/** The table for 导入单位, as the server reads it: the heading, and one made-up row that shows how it is filled in. */
const COLUMNS = ['单位名称', '机构代码', '单位类型', '单位性质', '区划代码', '行业主管部门代码', '地址', '联系人']
const EXAMPLE = [
  '示例中学（请删除本行）',
  '9 位或 18 位代码',
  '用人单位',
  '事业单位',
  '410105',
  '',
  '花园路1号',
  '张老师',
]

/** What the columns take; the first five must be filled in. */
export const columnHelp: readonly { name: string; help: string; required: boolean }[] = [
  { name: '单位名称', help: '2 至 100 字', required: true },
  { name: '机构代码', help: '18 位统一社会信用代码，或 9 位组织机构代码', required: true },
  { name: '单位类型', help: '用人单位、施教机构、行业主管部门、人社部门；有多种的用“、”隔开', required: true },
  { name: '单位性质', help: '事业单位、企业、其他', required: true },
  { name: '区划代码', help: '6 位现行行政区划代码，须在本部门管理范围内', required: true },
  { name: '行业主管部门代码', help: '已登记的行业主管部门的机构代码', required: false },
  { name: '地址', help: '', required: false },
  { name: '联系人', help: '', required: false },
]

/** As CSV with the mark by which office programs know that it is UTF-8. */
export function templateCsv(): string {
  return `\uFEFF${[COLUMNS, EXAMPLE].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Rows as a CSV of their own: those that were refused, to be mended and imported again. */
export function reportCsv(rows: readonly { line: number; name: string; message: string }[]): string {
  const table = [['行号', '单位名称', '原因'], ...rows.map((row) => [String(row.line), row.name, row.message])]
  return `\uFEFF${table.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
