import { Notebook } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/entries',
    title: '学时登记',
    roles: ['LEARNER'],
    menu: { group: 'hours', place: 230, icon: Notebook },
    component: () => import('./EntriesPage.vue'),
  },
]

export default pages
