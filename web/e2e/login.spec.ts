import { enter, expect, field, logIn, passChallenge, person, test, type Page } from './journey'

const KINDS = [
  '专业技术人员',
  '用人单位',
  '继续教育基地',
  '主管部门',
  '人社部门（省）',
  '系统管理员',
  '安全管理员',
  '审计管理员',
]

for (const kind of KINDS) {
  test(`${kind} logs in and begins where his work is`, async ({ page, look }) => {
    await logIn(page, person(kind))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(`first-screen-${kind}`)
  })
}

test('a login is refused in the words of the source, and what was typed stays', async ({ page, look }) => {
  await page.goto('/login')
  await enter(page)
  await expect(page.getByText('请输入身份证号')).toBeVisible()
  await look('login-incomplete')

  const learner = person('陈思远')
  await type(page, learner.login, 'Not-his-password-1')
  await enter(page)
  await expect(page.getByText('账户号或密码错误')).toBeVisible()
  await expect(field(page, 'login')).toHaveValue(learner.login)
  await look('login-refused')
})

test('who chose the wrong kind of user is shown his own door', async ({ page, look }) => {
  const employer = person('用人单位')
  await page.goto('/login?role=LEARNER')
  await type(page, employer.login, employer.password)
  await enter(page)
  await expect(page.getByText('帐号未分配角色,请联系系统管理员')).toBeVisible()
  await look('login-wrong-role')
  await page.getByRole('button', { name: '以“用人单位”登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
})

test('whoever was sent to the login comes back to where he wanted to go', async ({ page, look }) => {
  const employer = person('用人单位')
  await page.goto('/account')
  await expect(page).toHaveURL(/\/login\?return=/)
  await page.getByRole('radio', { name: '用人单位' }).check()
  await type(page, employer.login, employer.password)
  await enter(page)
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByText('本机')).toBeVisible()
  await look('account')
})

async function type(page: Page, login: string, password: string): Promise<void> {
  await field(page, 'login').fill(login)
  await field(page, 'password').fill(password)
  await passChallenge(page)
}
