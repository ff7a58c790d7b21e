import { expect, field, type Page } from './journey'
import { pick } from './newcomer'

/** A picture of one pixel; what it shows is no matter here. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What nobody has declared yet. */
export function freshTitle(): string {
  return `单元整体教学研修班 ${Date.now() % 1e8}`
}

/** So many days from today, but not before this year began: the year is open for declaring. */
function dayOfThisYear(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const newYear = `${new Date().getFullYear()}-01-01`
  return day < newYear ? newYear : day
}

/** Fills in 学时申报 with a training of three days. */
export async function fillIn(page: Page, title: string, hours = '24'): Promise<void> {
  await pick(page, 'form', '继续教育基地培训班')
  await field(page, 'fields.organizer').fill('河南省继续教育基地（中原大学）')
  await field(page, 'fields.className').fill(title)
  const days = page.locator('[data-field="fields.period"] input')
  await days.nth(0).fill(dayOfThisYear(-42))
  await days.nth(1).fill(dayOfThisYear(-40))
  await days.nth(1).press('Enter')
  await field(page, 'fields.score').fill('合格')
  await field(page, 'claimedHours').fill(hours)
}

/** Uploads a picture to each slot. */
export async function prove(page: Page): Promise<void> {
  const slots = page.locator('[data-field^="evidence."]')
  for (let i = 0; i < (await slots.count()); i++) {
    await slots
      .nth(i)
      .locator('input[type=file]')
      .setInputFiles({ name: `佐证${i}.png`, mimeType: 'image/png', buffer: PICTURE })
    await expect(slots.nth(i).getByRole('button', { name: '移除' })).toBeVisible()
  }
}

/** A person declares a training of his own; tells the number of the declaration. */
export async function declare(page: Page, title: string, hours?: string): Promise<number> {
  await page.goto('/declare')
  await fillIn(page, title, hours)
  await prove(page)
  await page.getByRole('button', { name: '提交申报' }).click()
  await expect(page).toHaveURL(/\/declarations\/\d+$/)
  return Number(page.url().split('/').at(-1))
}
