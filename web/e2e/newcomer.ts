import { field, passChallenge, type Page } from './journey'

/** Somebody who has never been here: everything about him is made up, and another one each time. */
export interface Newcomer {
  name: string
  idNumber: string
  phone: string
  email: string
  password: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export function newcomer(name: string): Newcomer {
  const any = Math.floor(Math.random() * 1e9)
  const day = new Date(Date.UTC(1975, 0, 1 + (any % 9000))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `410105${day}${String(any % 1000).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((so, weight, i) => so + weight * Number(body[i]), 0)
  return {
    name,
    idNumber: body + '10X98765432'[sum % 11],
    phone: `139${String(any % 1e8).padStart(8, '0')}`,
    email: `e2e-${any}@demo.example`,
    password: `Lu-shan-${any % 10000}x`,
  }
}

/** The first step: 选择所在区域. */
export async function chooseEmployer(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '选择', exact: true }).click()
  await page.getByLabel('单位名称').fill(name)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.getByRole('row', { name }).getByRole('button', { name: '选定' }).click()
  await page.locator('[data-field="category"]').getByText('专业技术人员', { exact: true }).click()
}

/** The second step: 填写注册信息, as Henan's pack asks for it. */
export async function fillIn(page: Page, who: Newcomer): Promise<void> {
  await field(page, 'documentNumber').fill(who.idNumber)
  await field(page, 'password').fill(who.password)
  await field(page, 'repeated').fill(who.password)
  await field(page, 'name').fill(who.name)
  await field(page, 'phone').fill(who.phone)
  await field(page, 'email').fill(who.email)
  await pick(page, 'ethnicGroup', '汉族')
  await field(page, 'major').fill('汉语言文学')
  await pick(page, 'titleLevel', '中小学教师')
  await page.locator('[data-field="titleLevel"] .el-select').nth(1).click()
  await page.getByRole('option', { name: '一级教师', exact: true }).click()
}

export async function pick(page: Page, name: string, option: string): Promise<void> {
  await page.locator(`[data-field="${name}"] .el-select`).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** All steps. */
export async function register(page: Page, who: Newcomer, employer: string): Promise<void> {
  await page.goto('/register')
  await chooseEmployer(page, employer)
  await page.getByRole('button', { name: '下一步' }).click()
  await fillIn(page, who)
  await page.getByRole('button', { name: '下一步' }).click()
  await passChallenge(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('注册信息已经提交审核,请耐心等待').waitFor()
}

/** 注册审核进度查询. */
export async function askProgress(page: Page, who: Newcomer): Promise<void> {
  await page.goto('/register/progress')
  await field(page, 'documentNumber').fill(who.idNumber)
  await field(page, 'password').fill(who.password)
  await passChallenge(page)
  await page.getByRole('button', { name: '查询', exact: true }).click()
}
