import { mkdirSync } from 'node:fs'
import { expect, field, person, test, type Page } from '../journey'
import { fillIn } from '../claim'
import { askProgress, newcomer, register } from '../newcomer'

/** The pictures of the manual and the README, taken from a fresh demo province. They change nothing that another picture shows. */
const FOLDER = '../docs/pictures'
mkdirSync(FOLDER, { recursive: true })

/** The page as high as its content is, but never a strip. */
async function picture(page: Page, name: string, most = 1000, least = 560): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 600 })
  await settle(page)
  const content = await page.evaluate(() => {
    const bottoms = Array.from(document.querySelectorAll('.page, .footer'), (one) => one.getBoundingClientRect().bottom)
    return Math.ceil(Math.max(...bottoms) + scrollY)
  })
  await page.setViewportSize({ width: 1440, height: Math.min(most, Math.max(least, content)) })
  await settle(page)
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.el-skeleton, .ghost')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
}

test('what a learner sees', async ({ page, logIn }) => {
  await logIn(person('王秀英'), 'LEARNER')
  await page.goto('/home')
  await picture(page, 'home')
  await page.goto('/declarations')
  await picture(page, 'declarations')
  await page.getByRole('row', { name: '审核不通过' }).getByRole('link', { name: '详细' }).click()
  await expect(page.getByText('退回理由').first()).toBeVisible()
  await picture(page, 'declaration-sent-back')
  await page.goto('/years')
  await picture(page, 'years')
  await page.goto('/years/2026')
  await picture(page, 'year')
})

test('a declaration that is being filled in', async ({ page, logIn }) => {
  await logIn(person('王秀英'), 'LEARNER')
  await page.goto('/declarations')
  await page.getByRole('row', { name: '审核通过' }).getByRole('link', { name: '详细' }).click()
  const proof = page.waitForResponse(
    (answer) => answer.url().includes('/evidence/') && !answer.url().endsWith('small=true'),
  )
  await page
    .getByRole('button', { name: /^查看.*大图$/ })
    .first()
    .click()
  const buffer = await (await proof).body()
  await page.goto('/declare')
  await fillIn(page, '初中语文单元整体教学设计研修班')
  await field(page, 'fields.content').fill('专题讲座、名师课例观摩、分组备课与展示。')
  const slots = page.locator('[data-field^="evidence."]')
  for (const slot of await slots.all()) {
    await slot.locator('input[type=file]').setInputFiles({ name: '佐证材料.jpg', mimeType: 'image/jpeg', buffer })
    await expect(slot.getByRole('button', { name: '移除' })).toBeVisible()
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await picture(page, 'declare', 1500)
})

test('a learner on a phone', async ({ browser, logIn, page }) => {
  await logIn(person('王秀英'), 'LEARNER')
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    storageState: await page.context().storageState(),
  })
  const small = await phone.newPage()
  await small.goto(new URL('/home', page.url()).href)
  await settle(small)
  await small.screenshot({ path: `${FOLDER}/home-phone.png`, animations: 'disabled' })
  await phone.close()
})

test('certificates, and how anybody verifies one', async ({ page, logIn }) => {
  await logIn(person('陈思远'), 'LEARNER')
  await page.goto('/certificates')
  await picture(page, 'certificates')
  await page
    .getByRole('button', { name: /更多操作/ })
    .first()
    .click()
  await page.getByRole('menuitem').getByRole('link', { name: '查验' }).click()
  await expect(page.getByText('证书有效')).toBeVisible()
  await picture(page, 'verify')
})

test('what an employer sees', async ({ page, logIn }) => {
  await logIn(person('用人单位'))
  await page.goto('/desk')
  await picture(page, 'desk', 900)
  await page.goto('/review')
  await page.getByRole('radio', { name: '河南省教育厅' }).check()
  await picture(page, 'review', 900, 900)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/people?name=李建国')
  await page.getByRole('link', { name: '李建国' }).click()
  await expect(page.getByText('基本信息')).toBeVisible()
  await picture(page, 'person')
})

test('what administrators see', async ({ page, logIn }) => {
  await logIn(person('系统管理员'))
  await page.goto('/administrators')
  await picture(page, 'administrators')
})

test('a bureau imports organizations', async ({ page, logIn }) => {
  await logIn(person('程晓峰'))
  await page.goto('/organizations/import')
  await picture(page, 'organizations-import')
})

test('registering and asking how it goes', async ({ page }) => {
  await page.goto('/')
  await picture(page, 'portal', 1200)
  await page.goto('/register')
  await page.getByRole('button', { name: '选择', exact: true }).click()
  await expect(page.getByRole('row', { name: '郑州市东风渠中学' })).toBeVisible()
  await picture(page, 'register-employer', 900, 900)
  const who = newcomer('方子墨')
  await register(page, who, '中原智造工程有限公司')
  await askProgress(page, who)
  await expect(page.getByText('待中原智造工程有限公司办理')).toBeVisible()
  await picture(page, 'registration-progress')
})
