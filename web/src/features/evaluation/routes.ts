import { DataLine, House } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const LEARNER: readonly Role[] = ['LEARNER']

const pages: Page[] = [
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
