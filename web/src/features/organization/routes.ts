import { OfficeBuilding, School } from '@element-plus/icons-vue'
import type { Page } from '@/shell/pages'

const pages: Page[] = [
  {
    path: '/organization',
    title: (role) => (role === 'INSTITUTION_ADMIN' ? '机构信息' : '单位信息'),
    roles: ['EMPLOYER_ADMIN', 'INSTITUTION_ADMIN'],
    menu: { group: 'manage', place: 510, icon: OfficeBuilding },
    component: () => import('./OrganizationPage.vue'),
  },
  {
    path: '/organizations',
    title: '单位',
    roles: ['AUTHORITY_ADMIN', 'BUREAU_ADMIN', 'SYSTEM_ADMIN'],
    menu: { group: 'manage', place: 510, icon: School },
    component: () => import('./OrganizationsPage.vue'),
  },
  {
    path: '/organizations/import',
    title: '导入单位',
    roles: ['BUREAU_ADMIN'],
    component: () => import('./ImportPage.vue'),
  },
  {
    path: '/organizations/:id',
    title: '单位信息',
    roles: ['AUTHORITY_ADMIN', 'BUREAU_ADMIN'],
    component: () => import('./OverseenPage.vue'),
  },
]

export default pages
