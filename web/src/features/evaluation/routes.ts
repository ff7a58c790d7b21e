import { DataAnalysis } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const OVERSEERS: readonly Role[] = ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN']

const pages: Page[] = [
  {
    path: '/verdicts',
    title: '年度完成情况',
    roles: OVERSEERS,
    menu: { group: 'proof', place: 410, icon: DataAnalysis },
    component: () => import('./VerdictsPage.vue'),
  },
  {
    path: '/people/:id/years/:year',
    title: '年度学时明细',
    roles: OVERSEERS,
    component: () => import('./PersonYearPage.vue'),
  },
]

export default pages
