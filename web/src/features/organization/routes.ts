import { OfficeBuilding } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/organization',
    title: (role) => (role === 'INSTITUTION_ADMIN' ? '机构信息' : '单位信息'),
    roles: ['EMPLOYER_ADMIN', 'INSTITUTION_ADMIN'],
    menu: { group: 'manage', place: 510, icon: OfficeBuilding },
    component: () => import('./OrganizationPage.vue'),
  },
]

export default pages
