import { DataAnalysis, DataLine, House } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const LEARNER: readonly Role[] = ['LEARNER']
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
  {
    path: '/home',
    title: '首页',
    roles: LEARNER,
    menu: { group: 'start', place: 100, icon: House, bar: '首页' },
    component: () => import('./HomePage.vue'),
  },
  {
    path: '/years',
    title: '年度完成情况',
    roles: LEARNER,
    menu: { group: 'proof', place: 410, icon: DataLine, bar: '年度' },
    component: () => import('./YearsPage.vue'),
  },
  { path: '/years/:year(\\d+)', title: '年度完成情况', roles: LEARNER, component: () => import('./YearPage.vue') },
]

export default pages
