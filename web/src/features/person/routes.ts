import { UserFilled } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/profile',
    title: '用户资料管理',
    roles: ['LEARNER'],
    menu: { group: 'self', place: 620, icon: UserFilled },
    component: () => import('./ProfilePage.vue'),
  },
]

export default pages
