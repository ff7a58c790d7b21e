import { Bell } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/messages',
    title: '消息',
    roles: ['LEARNER'],
    menu: { group: 'self', place: 610, icon: Bell },
    component: () => import('./MessagesPage.vue'),
  },
]

export default pages
