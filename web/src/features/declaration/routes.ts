import { Checked, Tickets } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const REVIEWERS: readonly Role[] = ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN']

const pages: Page[] = [
  {
    path: '/review',
    title: (role) => (role === 'EMPLOYER_ADMIN' ? '学时初审' : '学时审核'),
    roles: REVIEWERS,
    menu: { group: 'review', place: 220, icon: Checked, waiting: 'DECLARATION' },
    component: () => import('./ReviewPage.vue'),
  },
  {
    path: '/records',
    title: '申报记录',
    roles: REVIEWERS,
    menu: { group: 'hours', place: 320, icon: Tickets },
    component: () => import('./RecordsPage.vue'),
  },
  { path: '/records/:id', title: '申报详情', roles: REVIEWERS, component: () => import('./RecordPage.vue') },
]

export default pages
