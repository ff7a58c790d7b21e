import { expect, field, person, test } from './journey'
import { newcomer } from './newcomer'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A made-up 统一社会信用代码 with a right check character. */
function organizationCode(): string {
  const body = `12410105${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31]
}

test('a bureau imports organizations and sees what became of each row', async ({ page, look, logIn }) => {
  await logIn(person('董丽娜'))
  await page.goto('/organizations')
  await expect(page.getByRole('link', { name: '郑州市东风渠中学' })).toBeVisible()
  await look('organizations')
  await page.getByRole('button', { name: '导入单位' }).click()
  const template = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载模板' }).click()
  expect((await template).suggestedFilename()).toBe('单位导入模板.csv')

  const name = `金水区第${Date.now() % 1e6}实验小学`
  const table = [
    '单位名称,机构代码,单位类型,单位性质,区划代码,行业主管部门代码,地址,联系人',
    `${name},${organizationCode()},用人单位,事业单位,410105,,花园路1号,张老师`,
    `${name}分校,123,用人单位,事业单位,410105,,,`,
  ].join('\r\n')
  await page
    .getByLabel('选择要导入的表格')
    .setInputFiles({ name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByText('共 2 行：已导入 1 个，已存在 0 个，有误未导入')).toBeVisible()
  await expect(page.getByText('机构代码不正确')).toBeVisible()
  await look('organizations-imported')
  await page.goto(`/organizations?name=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByText('花园路1号')).toBeVisible()
  await look('organization-overseen')
})

test('an administrator is named with a password that is shown once, and taken away again', async ({
  page,
  look,
  logIn,
}) => {
  const who = newcomer('孟繁星')
  await logIn(person('用人单位'))
  await page.goto('/administrators')
  await look('administrators')
  await page.getByRole('button', { name: '新增管理员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '新增管理员' }).click()
  await expect(page.getByText('请填写姓名')).toBeVisible()
  await field(dialog, 'name').fill(who.name)
  await field(dialog, 'documentNumber').fill(who.idNumber)
  await field(dialog, 'phone').fill(who.phone)
  await field(dialog, 'email').fill(who.email)
  await look('administrator-new')
  await dialog.getByRole('button', { name: '新增管理员' }).click()
  await expect(page.getByText('只显示这一次')).toBeVisible()
  await expect(page.locator('output')).toHaveText(/\S{8,}/)
  await look('one-time-password')
  await page.getByRole('button', { name: '已告知，关闭' }).click()
  const row = page.getByRole('row', { name: who.name }).last()
  await row.getByRole('button', { name: '移除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除管理权限' }).click()
  await expect(page.getByText(`已移除${who.name}的管理权限`)).toBeVisible()
})

test('the system administrator enters bureaus and names administrators', async ({ page, look, logIn }) => {
  await logIn(person('系统管理员'))
  await page.goto('/organizations')
  await page.getByRole('button', { name: '登记人社部门' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('请填写机构代码')).toBeVisible()
  await look('bureau-new')
  await page.goto('/administrators')
  await expect(page.getByText('人社部门').first()).toBeVisible()
  await look('administrators-system')
})

test('the audit administrator reads what was done', async ({ page, look, logIn }) => {
  // Looks at many pages.
  test.slow()
  await logIn(person('审计管理员'))
  await page.goto('/audit')
  await expect(page.getByRole('row', { name: /登录/ }).first()).toBeVisible()
  await look('audit')
  await page.getByRole('button', { name: '更早的记录' }).click()
  await expect(page).toHaveURL(/before=\d+/)
  await page.goto('/audit')
  await page.getByLabel('结束日期').fill('2001-01-01')
  await page.getByLabel('结束日期').press('Enter')
  await expect(page).toHaveURL(/to=2001-01-01/)
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await look('audit-none')
  await page.goto('/reference-data')
  await expect(page.getByText('河南省').first()).toBeVisible()
  await look('reference-regions')
  await page.goto('/reference-data?tab=titles')
  await look('reference-titles')
  await page.goto('/reference-data?tab=codes')
  await look('reference-codes')
})
