import { expect, person, test } from './journey'

test('the portal leads everybody to his door', async ({ page, look }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look('portal')
  await page.locator('a[href="/login?role=EMPLOYER_ADMIN"]').first().click()
  await expect(page.getByRole('radio', { name: '用人单位' })).toBeChecked()
})

test('a page that is not there says so and leads on', async ({ page, look }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: '没有找到此页' })).toBeVisible()
  await look('not-found')
})

test('what is not for a role is denied with the reason', async ({ page, look, logIn }) => {
  await logIn(person('专业技术人员'))
  await page.goto('/records')
  await expect(page.getByRole('heading', { name: '当前身份不能查看此页' })).toBeVisible()
  await look('denied')
})

test('without a connection the page says so, and goes on when it is back', async ({ page, context, logIn }) => {
  await logIn(person('用人单位'))
  await page.goto('/records')
  await expect(page.getByRole('heading', { name: '申报记录' })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('网络已断开')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('网络已断开')).toBeHidden()
})
