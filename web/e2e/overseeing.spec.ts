import { expect, person, test } from './journey'

test('an employer looks after its people', async ({ page, look, logIn }) => {
  await logIn(person('用人单位'))
  await page.goto('/people')
  await expect(page.getByRole('link', { name: '李建国' })).toBeVisible()
  await look('people')
  await page.getByLabel('证件号', { exact: true }).fill('410105199001010000')
  await page.getByRole('button', { name: '查找本人' }).click()
  await expect(page.getByText('所辖人员中没有该证件号')).toBeVisible()
  // Whom one looks for is nobody's business who sees the address.
  expect(page.url()).not.toContain('410105')
  await page.goto('/people?name=李建国')
  await page.getByRole('link', { name: '李建国' }).click()
  await expect(page.getByText('基本信息')).toBeVisible()
  await look('person')

  await page.getByRole('button', { name: '查看完整证件号' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
  await expect(page.getByText('请填写查看理由')).toBeVisible()
  await page.getByRole('button', { name: '本人申请核对' }).click()
  await look('person-look')
  await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
  await expect(page.getByText('完整证件号、联系方式')).toBeVisible()

  await page.getByRole('link', { name: '学时明细' }).first().click()
  await expect(page.getByRole('heading', { name: /年度学时明细/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '冲正' })).toHaveCount(0)
  await look('person-year')
})

test('an employer registers hours for one of its people', async ({ page, look, logIn }) => {
  await logIn(person('用人单位'))
  await page.goto('/people?name=周文静')
  await page.getByRole('link', { name: '周文静' }).click()
  await page.getByRole('button', { name: '代为登记' }).click()
  await expect(page.getByRole('heading', { name: '为周文静登记学时' })).toBeVisible()
  await look('register-for')
  await page.getByRole('button', { name: '登记并提交' }).click()
  await expect(page.getByText('请选择学习形式').or(page.getByText('请选择计入科目')).first()).toBeVisible()
})

test('a bureau follows years and certificates', async ({ page, look, logIn }) => {
  await logIn(person('董丽娜'))
  await page.goto('/verdicts')
  await expect(page.getByRole('row', { name: /李建国/ })).toBeVisible()
  await look('verdicts')
  await page
    .getByRole('row', { name: /李建国/ })
    .first()
    .getByRole('link', { name: '学时明细' })
    .click()
  await page.getByRole('button', { name: '冲正' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '冲正', exact: true }).click()
  await expect(page.getByText('请填写冲正理由')).toBeVisible()
  await look('reversal')

  await page.goto('/certificates-issued')
  await expect(page.getByRole('row', { name: /李建国/ })).toBeVisible()
  await look('certificates-issued')
  await page.goto('/certificates-issued?number=HNZJ0000-0000-0000-0')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
})
