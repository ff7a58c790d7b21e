import { fillIn, freshTitle, prove } from './claim'
import { expect, field, person, test } from './journey'
import { pick } from './newcomer'

test.beforeEach(async ({ logIn }) => logIn(person('王秀英'), 'LEARNER'))

test('hours are declared, followed and taken back', async ({ page, look }) => {
  const title = freshTitle()
  await page.goto('/declare')
  await look('declare-empty')
  await fillIn(page, title)
  await page.getByRole('button', { name: '提交申报' }).click()
  await expect(page.getByText('申报内容不完整')).toBeVisible()
  await expect(page.getByText('请上传结业证书').first()).toBeVisible()
  await look('declare-incomplete')
  await prove(page)
  await look('declare-complete')
  await page.getByRole('button', { name: '提交申报' }).click()

  await expect(page).toHaveURL(/\/declarations\/\d+$/)
  await expect(page.getByText('待郑州市东风渠中学办理')).toBeVisible()
  await look('declaration')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销申报' }).click()
  await expect(page.getByText('待提交', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page).toHaveURL(/\/declarations$/)
  await expect(page.getByText(title)).toHaveCount(0)
})

test('drafts are kept and submitted together, with a result for each', async ({ page, look }) => {
  const title = freshTitle()
  await page.goto('/declare')
  await fillIn(page, title)
  await page.getByRole('button', { name: '保存暂不提交' }).click()
  await expect(page).toHaveURL(/status=DRAFT/)
  const row = page.getByRole('row', { name: title })
  await expect(row).toBeVisible()
  await look('declarations-drafts')
  await row.locator('.el-checkbox').click()
  await page.getByRole('button', { name: '提交学时' }).click()
  await look('declarations-submit-all')
  await page.getByRole('dialog').getByRole('button', { name: '提交申报' }).click()
  // Its evidence is missing: it says so, and stays a draft.
  await expect(page.getByRole('dialog').getByText('提交结果')).toBeVisible()
  await look('declarations-results')
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click()

  await row.getByRole('link', { name: '修改' }).click()
  await expect(field(page, 'fields.className')).toHaveValue(title)
  await prove(page)
  await page.getByRole('button', { name: '提交申报' }).click()
  await expect(page).toHaveURL(/\/declarations\/\d+$/)
  await page.goto('/declarations?status=SUBMITTED')
  await row.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销申报' }).click()
  await expect(row).toHaveCount(0)
})

test('what institutions declared has a tab of its own, and says how it comes', async ({ page, look }) => {
  await page.goto('/declarations')
  await page.getByRole('button', { name: '施教机构申报进度' }).click()
  await expect(page).toHaveURL(/tab=institution/)
  await expect(page.getByText('施教机构统一申报的学时会显示在这里')).toBeVisible()
  await expect(page.getByText('参加了培训，这里却没有？')).toBeVisible()
  await look('declarations-institution')
  await page.getByRole('button', { name: '学时申报进度', exact: true }).click()
  await expect(page.getByRole('link', { name: /^审核通过/ })).toBeVisible()
})

test('what is typed is kept by itself, as one draft', async ({ page, context, look }) => {
  // Waits on purpose.
  test.slow()
  const title = freshTitle()
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' && !request.url().endsWith('/proposals')) {
      writes.push(`${request.method()} ${new URL(request.url()).pathname}`)
    }
  })
  await page.goto('/declare')
  await pick(page, 'form', '继续教育基地培训班')
  await page.waitForTimeout(5_000)
  expect(writes, 'nothing is stored of a page that was merely opened').toEqual([])

  await fillIn(page, title)
  await expect(page.getByText(/已自动保存 \d\d:\d\d/)).toBeVisible()
  await expect(page).toHaveURL(/\/declare\/\d+$/)
  await look('declare-kept')
  expect(writes.filter((one) => one.startsWith('POST'))).toEqual(['POST /api/declarations'])
  const address = page.url()

  // Another one is begun from the menu; the draft stays where it is.
  await page.getByRole('link', { name: '学时申报', exact: true }).first().click()
  await expect(page).toHaveURL(/\/declare$/)
  await expect(field(page, 'fields.className')).toHaveCount(0)
  await page.goto(address)
  await expect(field(page, 'fields.className')).toHaveValue(title)

  // The address names the draft: opened again, it goes on.
  await page.reload()
  await expect(field(page, 'fields.className')).toHaveValue(title)
  await field(page, 'fields.organizer').fill('河南省继续教育基地（豫东学院）')
  await page.getByRole('link', { name: '申报进度查询' }).first().click()
  await expect(page).toHaveURL(/\/declarations/)
  await expect(page.getByRole('row', { name: title })).toHaveCount(1)
  await page.getByRole('row', { name: title }).getByRole('link', { name: '修改' }).click()
  await expect(field(page, 'fields.organizer')).toHaveValue('河南省继续教育基地（豫东学院）')

  // Changed in another tab, it is not written over.
  const other = await context.newPage()
  await other.goto(address)
  await field(other, 'fields.organizer').fill('河南省继续教育基地（豫西学院）')
  await expect(other.getByText(/已自动保存 \d\d:\d\d/)).toBeVisible()
  await other.close()
  await field(page, 'fields.organizer').fill('河南省继续教育基地（豫南学院）')
  await expect(page.getByText('自动保存已停止')).toBeVisible()
  await look('declare-stale')
  const sent = writes.length
  await field(page, 'fields.organizer').fill('河南省继续教育基地（豫北学院）')
  await page.waitForTimeout(5_000)
  expect(writes.length).toBe(sent)
  await page.getByRole('button', { name: '载入最新内容' }).click()
  await expect(field(page, 'fields.organizer')).toHaveValue('河南省继续教育基地（豫西学院）')

  // The button right after a change, while it would be kept by itself: one draft still.
  await field(page, 'fields.organizer').fill('河南省继续教育基地（豫中学院）')
  await page.getByRole('button', { name: '保存暂不提交' }).click()
  await expect(page).toHaveURL(/status=DRAFT/)
  await expect(page.getByRole('row', { name: title })).toHaveCount(1)
  expect(writes.filter((one) => one.startsWith('POST'))).toEqual(['POST /api/declarations'])

  await page.goto(address.replace('/declare/', '/declarations/'))
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page).toHaveURL(/\/declarations$/)
})

test('what cannot be kept is told, and not lost without asking', async ({ page, look }) => {
  await page.goto('/declare')
  await fillIn(page, freshTitle(), '0.3')
  await expect(page.getByText(/未自动保存：申请学时应为/)).toBeVisible()
  await look('declare-not-kept')
  await page.getByRole('link', { name: '申报进度查询' }).click()
  await expect(page.getByText('填写的内容尚未保存')).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page).toHaveURL(/\/declare$/)
})

test('all of one’s declarations, by state, year and form', async ({ page, look }) => {
  await page.goto('/declarations')
  await expect(page.getByRole('link', { name: /^审核通过/ })).toBeVisible()
  await look('declarations')
  await page.getByRole('link', { name: /^审核不通过/ }).click()
  await expect(page).toHaveURL(/status=SENT_BACK/)
  await page.getByRole('link', { name: '详细' }).first().click()
  await expect(page.getByRole('alert').getByText(/退回理由/)).toBeVisible()
  await look('declaration-sent-back')
})
