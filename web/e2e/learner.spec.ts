import { expect, field, person, test } from './journey'

test.describe('a teacher in Henan', () => {
  test.beforeEach(async ({ logIn }) => logIn(person('王秀英'), 'LEARNER'))

  test('begins with what is missing this year and what to do next', async ({ page, look }) => {
    await page.goto('/home')
    await expect(page.getByText(/2026 年度 · 河南专技/)).toBeVisible()
    await expect(page.getByText(/截止，还有 \d+ 天/)).toBeVisible()
    await look('home')
    await page.getByRole('link', { name: '申报专业科目' }).click()
    await expect(page).toHaveURL(/\/declare\?/)
  })

  test('sees every year, and why it is judged so', async ({ page, look }) => {
    await page.goto('/years')
    await expect(page.getByRole('row', { name: /2019.*45\.5.*不通过/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /2015.*86.*通过/ })).toBeVisible()
    await look('years')
    await page.getByRole('row', { name: /2019/ }).getByRole('link', { name: '详细' }).click()
    await expect(page.getByText('年度认定结果不合格时,该年度学时证明无法打印', { exact: false })).toBeVisible()
    await look('year-not-passed')
    await page.goto('/years/2025')
    await expect(page.getByText(/证书编号/)).toBeVisible()
    await look('year-passed')
  })

  test('finds every hour with where it came from', async ({ page, look }) => {
    await page.goto('/entries')
    await expect(page.getByText('初中语文骨干教师研修班')).toBeVisible()
    await look('entries')
    await page.getByRole('row', { name: '初中语文骨干教师研修班' }).getByRole('button', { name: '详细' }).click()
    await expect(page.getByText('认定规则')).toBeVisible()
    await look('entry')
  })

  test('downloads a certificate that anybody can verify', async ({ page, look }) => {
    await page.goto('/certificates')
    const row = page.getByRole('row', { name: /2025 年/ })
    await expect(row).toBeVisible()
    await look('certificates')
    const download = page.waitForEvent('download')
    await row.getByRole('button', { name: '下载' }).click()
    expect((await download).suggestedFilename()).toMatch(/^河南省专业技术人员继续教育证书 HNZJ2025-.*\.pdf$/)
    await row.getByRole('button', { name: /更多操作/ }).click()
    await page.getByRole('menuitem').getByRole('link', { name: '查验' }).click()
    await expect(page.getByText('证书有效')).toBeVisible()
  })

  test('reads messages', async ({ page, look }) => {
    await page.goto('/messages')
    const message = page.getByRole('button', { name: /学时申报审核通过/ }).first()
    await message.click()
    await expect(page.getByText(/认定 24 学时/)).toBeVisible()
    await look('messages')
    await page.getByRole('link', { name: '查看', exact: true }).click()
    await expect(page).toHaveURL(/\/declarations\/\d+$/)
  })

  test('keeps the own data right and sees who has looked', async ({ page, look }) => {
    await page.goto('/profile')
    const { login } = person('王秀英')
    await expect(page.getByText(`${login.slice(0, 3)}************${login.slice(-3)}`)).toBeVisible()
    await look('profile')
    const department = `教务处${Date.now() % 100}`
    await field(page, 'department').fill(department)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('个人信息已保存')).toBeVisible()
    await page.reload()
    await expect(field(page, 'department')).toHaveValue(department)
    await expect(page.locator('[data-field="ethnicGroup"]').getByText('汉族')).toBeVisible()
  })
})

test('a lecturer in Hunan is under two schemes and sees both', async ({ page, logIn, look }) => {
  await logIn(person('陈思远'), 'LEARNER')
  await page.goto('/home')
  await expect(page.getByText(/湖南事业单位/)).toBeVisible()
  await expect(page.getByText(/湖南专技/)).toBeVisible()
  await look('home-two-schemes')
  await page.goto('/certificates')
  await expect(page.getByText('年度认定结果不合格时,该年度学时证明无法打印').first()).toBeVisible()
  await look('certificates-on-request')
})

test('anybody reads the policies, with the source of each figure', async ({ page, look }) => {
  await page.goto('/policies')
  await expect(page.getByRole('heading', { name: '年度学时要求' })).toBeVisible()
  await page
    .getByRole('button', { name: /^依据：/ })
    .first()
    .hover()
  await expect(page.getByText(/^出处：/).first()).toBeVisible()
  await look('policies')
})
