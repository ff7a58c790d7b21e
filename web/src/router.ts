import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { asRoutes, EVERYBODY, titleOf, type Page } from '@/shell/pages'
import { useSession } from '@/shell/session'

/** Every feature says in its `routes.ts` which pages it has. */
const features = import.meta.glob<{ default: Page[] }>('./features/*/routes.ts', { eager: true })

const own: Page[] = [
  { path: '/', title: '首页', component: () => import('@/shell/PortalPage.vue') },
  { path: '/mine', title: '我的', roles: EVERYBODY, component: () => import('@/shell/MinePage.vue') },
  {
    path: '/:missing(.*)*',
    title: '没有找到此页',
    eitherWay: true,
    component: () => import('@/shell/NotFoundPage.vue'),
  },
]

export function makeRouter(): Router {
  const pages = [...Object.values(features).flatMap((feature) => feature.default), ...own]
  const router = createRouter({
    history: createWebHistory(),
    routes: asRoutes(pages),
    scrollBehavior(to, from, saved) {
      if (saved) {
        return saved
      }
      if (to.hash) {
        return { el: to.hash }
      }
      return to.path === from.path ? false : { top: 0 }
    },
  })

  router.beforeEach(async (to) => {
    const session = useSession()
    const page = to.meta.page
    if (!page?.roles) {
      return true
    }
    await session.load()
    return session.detail === null ? { path: '/login', query: { return: to.fullPath } } : true
  })

  router.afterEach(async (to, from) => {
    tellTitle(to)
    if (from.matched.length > 0 && to.path !== from.path) {
      await nextTick()
      // Who hears the page instead of seeing it begins at its heading.
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    }
  })

  router.onError((failed, to) => {
    // Without a network neither a part of the page nor the whole of it can be had: what is on the screen stays.
    if (!navigator.onLine) {
      return
    }
    // After a new version was installed, the parts of the old one are gone: the page is loaded afresh, once.
    const gone = /dynamically imported module|preload|module script/i.test(String(failed?.message))
    if (gone && sessionStorage.getItem('xueshi.reloaded') !== to.fullPath) {
      sessionStorage.setItem('xueshi.reloaded', to.fullPath)
      location.assign(to.fullPath)
    }
  })
  return router
}

function tellTitle(to: RouteLocationNormalized): void {
  const name = '学时 · 继续教育管理平台'
  const page = to.meta.page
  document.title = page && to.path !== '/' ? `${titleOf(page, useSession().role)} - ${name}` : name
}
