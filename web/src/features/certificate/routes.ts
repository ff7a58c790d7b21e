import { Medal } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  { path: '/verify', title: '证书查验', component: () => import('./VerifyPage.vue') },
  { path: '/verify/:code', title: '证书查验', component: () => import('./VerifyPage.vue') },
  {
    path: '/certificates-issued',
    title: (role) => (role === 'BUREAU_ADMIN' ? '证书' : '证书打印'),
    roles: ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN'],
    menu: { group: 'proof', place: 420, icon: Medal },
    component: () => import('./IssuedPage.vue'),
  },
  {
    path: '/certificates',
    title: '证书与证明',
    roles: ['LEARNER'],
    menu: { group: 'proof', place: 420, icon: Medal, bar: '证书' },
    component: () => import('./CertificatesPage.vue'),
  },
]

export default pages
