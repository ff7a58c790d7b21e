import { expect, logIn, person, test } from './journey'

test('anybody sees whether a certificate stands, and nobody sees whose ID number is on it', async ({
  browser,
  page,
  look,
}) => {
  const desk = await browser.newContext()
  const bureau = await desk.newPage()
  await logIn(bureau, person('人社部门（省）'))
  const issued = await (await desk.request.get('/api/certificates?size=20')).json()
  const valid = issued.items.find((one: { status: string }) => one.status === 'VALID')
  await desk.close()

  await page.goto('/verify')
  await look('verify-empty')
  await page.getByLabel('证书编号').fill(valid.number)
  await page.getByRole('button', { name: '查验' }).click()
  await expect(page.getByRole('heading', { name: '证书有效' })).toBeVisible()
  await expect(page.getByText(valid.holder)).toHaveCount(0)
  await look('verify-valid')
})

test('a number that was never issued is unknown, and a mistyped one is told so', async ({ page, look }) => {
  await page.goto('/verify?number=HNZJ2026-4827-1936-A')
  await expect(page.getByText('证书编号不正确')).toBeVisible()
  await look('verify-mistyped')
})
