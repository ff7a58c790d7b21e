import { Memo } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/desk',
    title: '待办',
    roles: ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN'],
    menu: { group: 'start', place: 100, icon: Memo },
    component: () => import('./DeskPage.vue'),
  },
]

export default pages
