import { readFileSync } from 'node:fs'
import { enter, expect, field, passChallenge, test } from '../journey'
import { newcomer } from '../newcomer'

const PASSWORD = 'Quiet-River-Stone-42'

test('the first administrator of an empty platform sets himself up, once', async ({ page, look }) => {
  const output = readFileSync(process.env.XUESHI_OUTPUT ?? '../data/output.log', 'utf8')
  const token = /one-time token: ([A-Z0-9-]+)/.exec(output)![1]!

  const first = newcomer('任永安')
  await page.goto('/set-up')
  await look('set-up')
  await field(page, 'token').fill('AAAA-BBBB-CCCC-DDDD')
  await field(page, 'name').fill('任永安')
  await field(page, 'documentNumber').fill(first.idNumber)
  await field(page, 'phone').fill('13800000000')
  await field(page, 'email').fill('first@xueshi.example')
  await field(page, 'password').fill(PASSWORD)
  await field(page, 'repeated').fill(PASSWORD)
  await page.getByRole('button', { name: '设置管理员' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await look('set-up-refused')

  await field(page, 'token').fill(token)
  await page.getByRole('button', { name: '设置管理员' }).click()
  await expect(page).toHaveURL(/\/login\?role=SYSTEM_ADMIN/)
  await field(page, 'login').fill(first.idNumber)
  await field(page, 'password').fill(PASSWORD)
  await passChallenge(page)
  await enter(page)
  await page.waitForURL((url) => url.pathname !== '/login')
  await look('set-up-done')

  await page.goto('/set-up')
  await expect(page.getByText('管理员已设置')).toBeVisible()
})
