import { AxeBuilder } from '@axe-core/playwright'
import { test as plain, expect, type Locator, type Page } from '@playwright/test'
import { person, type Person } from './people'

export { expect, person }
export type { Page, Person }

/** What a mail in the sandbox's mail box says. */
export interface Mail {
  subject: string
  text: string
}

interface Journey {
  /** Logs somebody in by the login page, with the challenge that needs no eyes. */
  logIn(who: Person, role?: string): Promise<void>
  /**
   * Looks at the page as it stands: a screenshot at 1440 and at 390 pixels each, nothing wider than the screen, and no serious finding
   * of axe. The screenshots are `screenshots/<name>-1440.png` and `screenshots/<name>-390.png`.
   */
  look(name: string): Promise<void>
  /** Waits for a mail to this address whose subject or text holds the words; the newest of them. */
  mailTo(address: string, words: string): Promise<Mail>
}

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

export const test = plain.extend<Journey>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      // A refusal of the server is part of many journeys and logged by the browser itself.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        complaints.push(message.text())
      }
    })
    await use(page)
    expect(complaints, 'the browser complained').toEqual([])
  },

  logIn: async ({ page }, use) => {
    await use((who, role) => logIn(page, who, role))
  },

  look: async ({ page }, use) => {
    await use(async (name) => {
      const before = page.viewportSize() ?? WIDTHS[0]!
      for (const size of WIDTHS) {
        await page.setViewportSize(size)
        await settle(page)
        // Otherwise what sticks to the screen stands in the middle of the picture.
        await page.evaluate(() => scrollTo(0, 0))
        await page.screenshot({
          path: `e2e/screenshots/${name}-${size.width}.png`,
          fullPage: true,
          animations: 'disabled',
        })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(wide, `${name} is wider than a screen of ${size.width} pixels`).toBeLessThanOrEqual(0)
        const { violations } = await new AxeBuilder({ page: page as never }).analyze()
        const serious = violations
          .filter((found) => found.impact === 'serious' || found.impact === 'critical')
          .map(
            (found) =>
              `${found.id}: ${found.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(', ')}`,
          )
        expect.soft(serious, `axe on ${name} at ${size.width} pixels`).toEqual([])
      }
      await page.setViewportSize(before)
    })
  },

  // Playwright wants the first argument to be a pattern, also where nothing is taken from it.
  // eslint-disable-next-line no-empty-pattern
  mailTo: async ({}, use) => {
    await use(findMail)
  },
})

/** For journeys with several browsers at once. */
export async function logIn(page: Page, who: Person, role?: string): Promise<void> {
  await page.goto(role ? `/login?role=${role}` : '/login')
  await field(page, 'login').fill(who.login)
  await field(page, 'password').fill(who.password)
  await passChallenge(page)
  await enter(page)
  const otherDoor = page.getByRole('button', { name: /^以“.*”登录$/ })
  const entered = page.waitForURL((url) => url.pathname !== '/login')
  if (
    (await Promise.race([
      entered.then(() => 'in'),
      otherDoor
        .first()
        .waitFor()
        .then(() => 'door'),
    ])) === 'door'
  ) {
    await otherDoor.first().click()
  }
  await entered
}

/** Sends the login form. */
export async function enter(page: Page): Promise<void> {
  await page.locator('form').getByRole('button', { name: '登录', exact: true }).click()
}

/** The input of a form's field, by the name the server knows it by. */
export function field(scope: Page | Locator, name: string): Locator {
  return scope.locator(`[data-field="${name}"]`).locator('input, textarea').first()
}

/** 免看图验证. */
export async function passChallenge(page: Page): Promise<void> {
  await page.getByRole('button', { name: '免看图验证' }).click()
  await expect(page.getByText('已通过免看图验证')).toBeVisible({ timeout: 30_000 })
}

/** Until nothing loads and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.el-skeleton')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
}

async function findMail(address: string, words: string): Promise<Mail> {
  const mailBox = process.env.XUESHI_MAILBOX ?? 'http://localhost:8025'
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        const list = await (await fetch(`${mailBox}/?to=${encodeURIComponent(address)}`)).text()
        for (const [, path] of list.matchAll(/href="(\/mails\/\d+)"/g)) {
          const html = await (await fetch(mailBox + path)).text()
          if (html.includes(words)) {
            found = { subject: inside(html, 'h2'), text: inside(html, 'pre') }
            return true
          }
        }
        return false
      },
      { message: `a mail to ${address} with “${words}”`, timeout: 30_000, intervals: [300] },
    )
    .toBe(true)
  return found!
}

function inside(html: string, tag: string): string {
  const text = new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? ''
  return text
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
