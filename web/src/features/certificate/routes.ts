import type { Page } from '@/shell/pages'

const pages: Page[] = [
  { path: '/verify', title: '证书查验', component: () => import('./VerifyPage.vue') },
  { path: '/verify/:code', title: '证书查验', component: () => import('./VerifyPage.vue') },
]

export default pages
