import { declare, freshTitle } from './claim'
import { expect, field, logIn, person, test, type Page } from './journey'
import type { Browser } from '@playwright/test'

// Each of these declares before it reviews.
test.describe.configure({ timeout: 240_000 })

/** Declarations of one's own, made in another browser. */
async function declared(browser: Browser, titles: string[]): Promise<number[]> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL })
  const page = await context.newPage()
  await logIn(page, person('王秀英'), 'LEARNER')
  const ids: number[] = []
  for (const title of titles) {
    ids.push(await declare(page, title))
  }
  await context.close()
  return ids
}

function opened(page: Page, title: string) {
  return page.getByRole('region', { name: '申报内容' }).getByRole('heading', { name: title })
}

test('a reviewer works through his queue with the keyboard', async ({ page, look, logIn, browser }) => {
  const titles = [freshTitle(), `${freshTitle()}甲`, `${freshTitle()}乙`]
  const ids = await declared(browser, titles)
  await logIn(person('用人单位'))
  await page.goto(`/review?name=王秀英&case=${ids[0]}`)
  await expect(opened(page, titles[0]!)).toBeVisible()
  await look('review')

  await page.keyboard.press('k')
  await expect(opened(page, titles[0]!)).toBeHidden()
  await page.keyboard.press('j')
  await expect(opened(page, titles[0]!)).toBeVisible()

  await page.keyboard.press('r')
  await page.getByRole('button', { name: '退回申报' }).click()
  await expect(page.getByText('请填写理由，申请人会看到')).toBeVisible()
  await field(page, 'reason').pressSequentially('jark 结业证书不清晰')
  // What is typed is text and nothing else.
  await expect(page).toHaveURL(new RegExp(`case=${ids[0]}`))
  await look('review-send-back')
  await page.getByRole('button', { name: '退回申报' }).click()
  await expect(page.getByText('已退回申请人修改')).toBeVisible()
  // The next one is there by itself.
  await expect(opened(page, titles[1]!)).toBeVisible()

  await page.keyboard.press('a')
  await expect(page.getByText('请选择由哪个单位继续审核')).toBeVisible()
  await look('review-place-missing')
  await page.getByRole('radio', { name: '河南省教育厅' }).check()
  await page.keyboard.press('a')
  await expect(opened(page, titles[2]!)).toBeVisible()

  await page.keyboard.press('c')
  await field(page, 'recognisedHours').fill('99')
  await field(page, 'reason').fill('按佐证材料载明的学时认定。')
  await page.getByRole('button', { name: '按认定学时通过' }).click()
  await expect(page.getByText('认定学时过大')).toBeVisible()
  await look('review-too-many')
  await field(page, 'recognisedHours').fill('20')
  await page.getByRole('button', { name: '按认定学时通过' }).click()
  await expect(opened(page, titles[2]!)).toBeHidden()

  await page.goto('/review?tab=decided&name=王秀英')
  const row = page.getByRole('row', { name: titles[2]! })
  await expect(row).toContainText('20')
  await expect(row).toContainText('河南省教育厅')
  await look('review-decided')
})

test('several are decided together, with a result for each', async ({ page, look, logIn, browser }) => {
  const titles = [`${freshTitle()}丙`, `${freshTitle()}丁`]
  await declared(browser, titles)
  await logIn(person('用人单位'))
  await page.goto('/review?name=王秀英')
  for (const title of titles) {
    await page.getByRole('listitem').filter({ hasText: title }).locator('.el-checkbox').click()
  }
  await page.getByRole('button', { name: '批量通过' }).click()
  await page.getByRole('button', { name: '通过 2 条申报' }).click()
  await expect(page.getByRole('dialog').getByText('请选择由哪个单位继续审核')).toBeVisible()
  await page.getByRole('dialog').getByRole('radio', { name: '河南省教育厅' }).check()
  await look('review-batch')
  await page.getByRole('button', { name: '通过 2 条申报' }).click()
  await expect(page.getByText('共 2 条，已办理 2 条。')).toBeVisible()
  await look('review-batch-results')
})

test('what moved on since it was chosen is told in its own row', async ({ page, look, logIn, browser }) => {
  const titles = [`${freshTitle()}庚`, `${freshTitle()}辛`]
  const ids = await declared(browser, titles)
  await logIn(person('用人单位'))
  await page.goto('/review?name=王秀英')
  for (const title of titles) {
    await page.getByRole('listitem').filter({ hasText: title }).locator('.el-checkbox').click()
  }
  await page.getByRole('button', { name: '批量通过' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: '河南省教育厅' }).check()

  const other = await page.context().newPage()
  await other.goto(`/review?case=${ids[0]}`)
  await expect(opened(other, titles[0]!)).toBeVisible()
  await other.getByRole('radio', { name: '河南省教育厅' }).check()
  await other.getByRole('button', { name: /^审核通过/ }).click()
  await expect(opened(other, titles[0]!)).toBeHidden()

  await page.getByRole('button', { name: '通过 2 条申报' }).click()
  await expect(page.getByText('共 2 条，已办理 1 条，未办理 1 条')).toBeVisible()
  const row = page.getByRole('dialog').getByRole('listitem').filter({ hasText: titles[0]! })
  await expect(row).toContainText('该内容已被他人或您的另一页面修改')
  await look('review-batch-stale')
})

test('who decides on an old page is told so', async ({ page, look, logIn, browser }) => {
  const title = `${freshTitle()}戊`
  const [id] = await declared(browser, [title])
  await logIn(person('用人单位'))
  const other = await page.context().newPage()
  for (const one of [page, other]) {
    await one.goto(`/review?case=${id}`)
    await expect(opened(one, title)).toBeVisible()
    await one.getByRole('radio', { name: '河南省教育厅' }).check()
  }
  await other.getByRole('button', { name: /^审核通过/ }).click()
  await expect(opened(other, title)).toBeHidden()
  await page.getByRole('button', { name: /^审核通过/ }).click()
  await expect(page.getByText(/内容已被更新|该事项不在您处办理/)).toBeVisible()
  await look('review-stale')
  await page.getByRole('button', { name: '载入最新内容' }).click()
  await expect(page.getByText('该申报现在不在本单位办理。')).toBeVisible()
})

test('on a phone the queue comes first, then the case', async ({ page, logIn, browser }) => {
  const title = `${freshTitle()}己`
  await declared(browser, [title])
  await page.setViewportSize({ width: 390, height: 844 })
  await logIn(person('用人单位'))
  await page.goto('/review?name=王秀英')
  await page.getByRole('button', { name: title }).click()
  await expect(opened(page, title)).toBeVisible()
  await expect(page.getByRole('region', { name: '待审申报' })).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('region', { name: '待审申报' })).toBeVisible()
})
