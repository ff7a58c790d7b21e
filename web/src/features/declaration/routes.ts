import { Checked, EditPen, Search, Tickets } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const REVIEWERS: readonly Role[] = ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN']

const LEARNER: readonly Role[] = ['LEARNER']

const pages: Page[] = [
  {
    path: '/review',
    title: (role) => (role === 'EMPLOYER_ADMIN' ? '学时初审' : '学时审核'),
    roles: REVIEWERS,
    menu: { group: 'review', place: 220, icon: Checked, waiting: 'DECLARATION' },
    component: () => import('./ReviewPage.vue'),
  },
  {
    path: '/declare',
    title: '学时申报',
    roles: LEARNER,
    menu: { group: 'hours', place: 210, icon: EditPen, bar: '申报' },
    component: () => import('./DeclarePage.vue'),
  },
  { path: '/declare/:id(\\d+)', title: '修改学时申报', roles: LEARNER, component: () => import('./DeclarePage.vue') },
  {
    path: '/declarations',
    title: '申报进度查询',
    roles: LEARNER,
    menu: { group: 'hours', place: 220, icon: Search },
    component: () => import('./DeclarationsPage.vue'),
  },
  {
    path: '/declarations/:id(\\d+)',
    title: '申报详情',
    roles: LEARNER,
    component: () => import('./DeclarationPage.vue'),
  },
  {
    path: '/records',
    title: '申报记录',
    roles: REVIEWERS,
    menu: { group: 'hours', place: 320, icon: Tickets },
    component: () => import('./RecordsPage.vue'),
  },
  {
    path: '/people/:id/declare',
    title: '代为登记',
    roles: ['EMPLOYER_ADMIN'],
    component: () => import('./RegisterPage.vue'),
  },
  { path: '/records/:id', title: '申报详情', roles: REVIEWERS, component: () => import('./RecordPage.vue') },
]

export default pages
