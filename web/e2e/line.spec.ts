import { declare, fillIn, freshTitle, prove } from './claim'
import { expect, field, logIn, person, test, type Page, type Person } from './journey'
import { newcomer, pick, register } from './newcomer'

test.describe.configure({ timeout: 300_000 })

/** Another name for each run: the desks look people up by it. */
function anyOf(letters: string): string {
  return letters[Math.floor(Math.random() * letters.length)]!
}

/** Everything the platform is for, in one go: from registering to a certificate that anybody can verify, and its end. */
test('from a registration to a certificate, and to its revocation', async ({ page, browser, look, mailTo }) => {
  const who = newcomer(`欧阳${anyOf('清景云若思知')}${anyOf('越川舟岚行远')}${anyOf('甲乙丙丁戊己')}`)
  const desks = new Map<string, Page>()
  const deskOf = async (admin: Person) => {
    const open = desks.get(admin.login)
    if (open) {
      return open
    }
    const desk = await (await browser.newContext()).newPage()
    await logIn(desk, admin)
    desks.set(admin.login, desk)
    return desk
  }
  const employer = await deskOf(person('用人单位'))
  const authority = await deskOf(person('主管部门'))
  const bureau = await deskOf(person('董丽娜'))

  await register(page, who, '郑州市东风渠中学')
  await employer.goto('/registrations')
  await employer.getByRole('row', { name: who.name }).first().getByRole('link', { name: '审核' }).click()
  await employer.getByRole('button', { name: '审核通过' }).click()
  await expect(employer.getByText(`${who.name}的注册已审核通过`)).toBeVisible()
  await mailTo(who.email, '审核')

  await logIn(page, { kind: '', name: who.name, place: '', login: who.idNumber, password: who.password }, 'LEARNER')
  await expect(page.getByText('还差 60 学时').first()).toBeVisible()
  await look('line-newcomer-home')
  const professional = await declare(page, freshTitle(), '60')

  await employer.goto(`/review?name=${who.name}&case=${professional}`)
  await employer.getByRole('radio', { name: '河南省教育厅' }).check()
  await employer.getByRole('button', { name: /^审核通过/ }).click()
  await expect(employer.getByText('该申报现在不在本单位办理').or(employer.getByText('没有待审')).first()).toBeVisible()
  await authority.goto(`/review?name=${who.name}&case=${professional}`)
  await authority.getByRole('button', { name: /^审核通过/ }).click()
  await expect(async () => {
    await page.goto('/home')
    await expect(page.getByText('已完成').first()).toBeVisible({ timeout: 3_000 })
  }).toPass()

  await employer.goto(`/people?name=${who.name}`)
  await employer.getByRole('link', { name: who.name }).first().click()
  await employer.getByRole('button', { name: '代为登记' }).click()
  await pick(employer, 'subject', '公需科目')
  await fillIn(employer, freshTitle(), '30')
  await prove(employer)
  await employer.getByRole('button', { name: '登记并提交' }).click()
  await expect(employer).toHaveURL(/\/(records|people)\/\d+$/)
  await bureau.goto(`/review?name=${who.name}`)
  await bureau.getByRole('button', { name: /^审核通过/ }).click()

  await expect(async () => {
    await page.goto('/certificates')
    await expect(page.getByRole('row', { name: /HNZJ/ })).toHaveCount(1, { timeout: 3_000 })
  }).toPass()
  const number = /HNZJ[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9A-Z]/.exec(
    await page.getByRole('row', { name: /HNZJ/ }).innerText(),
  )![0]
  await look('line-certificates')

  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto(`/verify?number=${number}`)
  await expect(anybody.getByRole('heading', { name: '证书有效' })).toBeVisible()
  await expect(anybody.getByText(/^欧\S*\*+$/).first()).toBeVisible()

  await bureau.goto(`/verdicts?name=${who.name}`)
  await bureau.getByRole('link', { name: '学时明细' }).first().click()
  await bureau.getByRole('button', { name: '冲正' }).first().click()
  await field(bureau.getByRole('dialog'), 'reason').fill('培训未实际举办')
  await bureau.getByRole('dialog').getByRole('button', { name: '冲正', exact: true }).click()
  await expect(bureau.getByText('已冲正').first()).toBeVisible()
  await anybody.reload()
  await expect(anybody.getByRole('heading', { name: '证书已撤销' })).toBeVisible()
  await expect(anybody.getByText('学时冲正：培训未实际举办')).toBeVisible()
  await mailTo(who.email, '证书已撤销')
})
