import { defineConfig } from '@playwright/test'

/** The journeys run against a platform that was started before, with its demo province in it: see `e2e/README.md`. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One after the other: they share one province, as its people do.
  workers: 1,
  forbidOnly: true,
  // A journey can be walked again; one that passes only then is reported as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: process.env.XUESHI_URL ?? 'http://localhost:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.XUESHI_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  projects: [
    { name: 'province', testIgnore: ['**/empty/**', '**/pictures/**'] },
    { name: 'empty', testMatch: '**/empty/**' },
    { name: 'pictures', testMatch: '**/pictures/**' },
  ],
})
