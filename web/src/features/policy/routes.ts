import type { Page } from '@/shell/pages'

const pages: Page[] = [{ path: '/policies', title: '培训政策', component: () => import('./PoliciesPage.vue') }]

export default pages
