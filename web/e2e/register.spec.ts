import { expect, field, logIn, passChallenge, person, test } from './journey'
import { askProgress, chooseEmployer, fillIn, newcomer, pick, register } from './newcomer'

const SCHOOL = '郑州市东风渠中学'

test('a teacher registers in four steps', async ({ page, look }) => {
  // Looks at many pages.
  test.slow()
  const who = newcomer('沈清和')
  await page.goto('/register')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('请选择所在单位')).toBeVisible()
  await look('register-1-nothing-chosen')
  await page.getByRole('button', { name: '选择', exact: true }).click()
  await expect(page.getByRole('row', { name: SCHOOL })).toBeVisible()
  await look('register-1-employers')
  await page.keyboard.press('Escape')
  await chooseEmployer(page, SCHOOL)
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('请按提示修改')).toBeVisible()
  // What the ID card's number tells is not asked for; of another document it is.
  await expect(page.getByText('填写证件号后自动得出，无需填写')).toHaveCount(2)
  await expect(page.getByText(/请填写(性别|出生日期)/)).toHaveCount(0)
  await look('register-2-incomplete')
  await pick(page, 'documentType', '护照')
  await expect(page.locator('[data-field="sex"]').getByText('男', { exact: true })).toBeVisible()
  await expect(field(page, 'birthDate')).toBeVisible()
  await look('register-2-passport')
  await pick(page, 'documentType', '居民身份证')
  await fillIn(page, who)
  await expect(page.getByText('由证件号得出')).toHaveCount(2)
  await look('register-2')
  await page.getByRole('button', { name: '下一步' }).click()

  await expect(page.getByRole('heading', { name: '核对信息' })).toBeVisible()
  await expect(page.getByText(who.idNumber)).toBeVisible()
  await look('register-3')
  await page.getByRole('button', { name: '上一步' }).click()
  await expect(field(page, 'name')).toHaveValue(who.name)
  await page.getByRole('button', { name: '下一步' }).click()
  await passChallenge(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('注册信息已经提交审核,请耐心等待')).toBeVisible()
  await look('register-4')
})

test('what was filled in outlives a reload, numbers and the password do not', async ({ page }) => {
  const who = newcomer('陆一帆')
  await page.goto('/register')
  await chooseEmployer(page, SCHOOL)
  await page.getByRole('button', { name: '下一步' }).click()
  await fillIn(page, who)
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(kept).toContain(who.name)
  expect(kept).not.toContain(who.idNumber)
  expect(kept).not.toContain(who.phone)
  await page.reload()
  await expect(page.getByText('已恢复您上次填写的内容')).toBeVisible()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(field(page, 'name')).toHaveValue(who.name)
  await expect(field(page, 'documentNumber')).toHaveValue('')
  await expect(field(page, 'password')).toHaveValue('')
})

test('who chose the wrong employer withdraws and registers anew', async ({ page, look }) => {
  const who = newcomer('方子墨')
  await register(page, who, '中原智造工程有限公司')
  await askProgress(page, who)
  await expect(page.getByText('待中原智造工程有限公司办理')).toBeVisible()
  await look('registration-waits')
  await page.getByRole('button', { name: '撤回申请' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
  await expect(page.getByText('注册申请已撤回')).toBeVisible()
  await look('registration-withdrawn')
  await register(page, who, SCHOOL)
})

test('what an employer sends back is corrected and sent again', async ({ page, browser, look }) => {
  const who = newcomer('韩书瑶')
  await register(page, who, SCHOOL)

  const office = await browser.newContext()
  const desk = await office.newPage()
  await logIn(desk, person('用人单位'), 'EMPLOYER_ADMIN')
  const status = await desk.evaluate(async (name) => {
    const waiting = await (await fetch('/api/registrations?waiting=true&size=100')).json()
    const row = waiting.items.find((one: { name: string }) => one.name === name)
    const decided = await fetch(`/api/registrations/${row.personId}/decisions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ passes: false, reason: '姓名与人事档案不一致，请核对。' }),
    })
    return `${decided.status} ${await decided.text()}`
  }, who.name)
  expect(status).toMatch(/^200/)
  await office.close()

  await askProgress(page, who)
  await expect(page.getByText('退回理由：姓名与人事档案不一致，请核对。').first()).toBeVisible()
  await look('registration-sent-back')
  await page.getByRole('button', { name: '修改后重新提交' }).click()
  await expect(field(page, 'name')).toHaveValue(who.name)
  await expect(field(page, 'documentNumber')).toBeDisabled()
  await look('registration-correction')
  await field(page, 'name').fill('韩书遥')
  await page.getByRole('button', { name: '重新提交', exact: true }).click()
  await expect(page.getByText('注册信息已经提交审核,请耐心等待')).toBeVisible()
})
