import { Avatar, Document } from '@element-plus/icons-vue'
import { EVERYBODY, type Page } from '@/shell/pages'

const pages: Page[] = [
  { path: '/login', title: '登录', component: () => import('./LoginPage.vue') },
  { path: '/register', title: '学员注册', component: () => import('./RegisterPage.vue') },
  { path: '/register/progress', title: '注册审核进度查询', component: () => import('./ProgressPage.vue') },
  { path: '/forgot-password', title: '忘记登录密码', component: () => import('./ForgotPasswordPage.vue') },
  { path: '/first-password', title: '设置新密码', component: () => import('./FirstPasswordPage.vue') },
  { path: '/set-up', title: '设置第一位管理员', component: () => import('./SetUpPage.vue') },
  { path: '/account', title: '账户安全', roles: EVERYBODY, component: () => import('./AccountPage.vue') },
  {
    path: '/administrators',
    title: '管理人员',
    roles: ['EMPLOYER_ADMIN', 'INSTITUTION_ADMIN', 'AUTHORITY_ADMIN', 'BUREAU_ADMIN', 'SYSTEM_ADMIN', 'SECURITY_ADMIN'],
    menu: { group: 'manage', place: 520, icon: Avatar },
    component: () => import('./AdministratorsPage.vue'),
  },
  {
    path: '/audit',
    title: '操作审计',
    roles: ['AUDIT_ADMIN'],
    menu: { group: 'start', place: 100, icon: Document },
    component: () => import('./AuditPage.vue'),
  },
]

export default pages
