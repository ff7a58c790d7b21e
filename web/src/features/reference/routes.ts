import { Collection } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/reference-data',
    title: '基础数据',
    roles: ['BUREAU_ADMIN', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'],
    menu: { group: 'manage', place: 540, icon: Collection },
    component: () => import('./ReferencePage.vue'),
  },
]

export default pages
