import { Stamp, User, UserFilled } from '@element-plus/icons-vue'
import type { Role } from '@/api/schema'
import type { Page } from '@/shell/pages'

const OVERSEERS: readonly Role[] = ['EMPLOYER_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN']

const pages: Page[] = [
  {
    path: '/registrations',
    title: '注册审核',
    roles: ['EMPLOYER_ADMIN'],
    menu: { group: 'review', place: 210, icon: Stamp, waiting: 'REGISTRATION' },
    component: () => import('./RegistrationsPage.vue'),
  },
  {
    path: '/registrations/:personId',
    title: '注册审核',
    roles: ['EMPLOYER_ADMIN'],
    component: () => import('./RegistrationPage.vue'),
  },
  {
    path: '/people',
    title: '人员管理',
    roles: OVERSEERS,
    menu: { group: 'hours', place: 310, icon: User },
    component: () => import('./PeoplePage.vue'),
  },
  { path: '/people/:id', title: '人员信息', roles: OVERSEERS, component: () => import('./PersonPage.vue') },
  {
    path: '/profile',
    title: '用户资料管理',
    roles: ['LEARNER'],
    menu: { group: 'self', place: 620, icon: UserFilled },
    component: () => import('./ProfilePage.vue'),
  },
]

export default pages
