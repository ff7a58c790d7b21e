import { expect, field, person, test } from './journey'
import { newcomer, register } from './newcomer'

const SCHOOL = '郑州市东风渠中学'

// Two register before they are reviewed.
test.describe.configure({ timeout: 240_000 })

test('an employer finds what waits, and opens it from there', async ({ page, look, logIn }) => {
  await logIn(person('用人单位'))
  await page.goto('/desk')
  await expect(page.getByText(/件待办/).first()).toBeVisible()
  await look('desk')
  await page.getByRole('button', { name: /^注册审核/ }).click()
  await expect(page).toHaveURL(/kind=REGISTRATION/)
  await page.getByRole('link', { name: '办理' }).first().click()
  await expect(page).toHaveURL(/\/registrations\/\d+$/)
})

test('a registration is sent back with a reason, and another one passed', async ({ page, look, logIn, mailTo }) => {
  const wrong = newcomer('程一诺')
  const right = newcomer('程子墨')
  await register(page, wrong, SCHOOL)
  await register(page, right, SCHOOL)
  await logIn(person('用人单位'))
  await page.goto('/registrations')
  await look('registrations')

  await page.getByRole('row', { name: wrong.name }).last().getByRole('link', { name: '审核' }).click()
  await expect(page.getByRole('heading', { name: `${wrong.name}的注册` })).toBeVisible()
  await look('registration')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('button', { name: '退回注册' }).click()
  await expect(page.getByText('请填写退回理由')).toBeVisible()
  await field(page, 'reason').fill('工作部门填写有误，请修改。')
  await look('registration-send-back')
  await page.getByRole('button', { name: '退回注册' }).click()
  await expect(page.getByText(`${wrong.name}的注册已退回`)).toBeVisible()
  expect((await mailTo(wrong.email, '工作部门填写有误')).text).toContain('退回')

  await page.goto('/registrations')
  await page.getByRole('row', { name: right.name }).last().getByRole('link', { name: '审核' }).click()
  const stale = await page.context().newPage()
  await stale.goto(page.url())
  await expect(stale.getByRole('button', { name: '审核通过' })).toBeVisible()
  await page.getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByText(`${right.name}的注册已审核通过`)).toBeVisible()
  await mailTo(right.email, '审核')

  await stale.getByRole('button', { name: '审核通过' }).click()
  await expect(stale.getByRole('button', { name: '重新载入' })).toBeVisible()
  await stale.getByRole('button', { name: '重新载入' }).click()
  await expect(stale.getByText('已审核通过，可在')).toBeVisible()
})
