import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/schema'

/** Where a page stands in the menu: which group, and its place in it (the smaller, the higher). */
export type MenuGroup = 'start' | 'review' | 'hours' | 'proof' | 'manage' | 'self'

export interface MenuEntry {
  group: MenuGroup
  place: number
  icon: Component
  /** Its short word in the bar at the bottom of a learner's phone; without it, it is under 我的 there. */
  bar?: string
  /** The kind of case whose waiting number is shown beside it. */
  waiting?: string
}

/** A page as its feature declares it. */
export interface Page {
  path: string
  /** How it is called; for some roles otherwise. */
  title: string | ((role: Role | null) => string)
  /** Who may open it. Without it everybody, logged in or not. */
  roles?: readonly Role[]
  /** A public page that is shown inside the workspace to whoever is logged in. */
  eitherWay?: boolean
  menu?: MenuEntry
  component: () => Promise<{ default: Component }>
}

/** Whoever is logged in. */
export const EVERYBODY: readonly Role[] = [
  'LEARNER',
  'EMPLOYER_ADMIN',
  'INSTITUTION_ADMIN',
  'AUTHORITY_ADMIN',
  'BUREAU_ADMIN',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
]

declare module 'vue-router' {
  interface RouteMeta {
    page?: Page
    space?: 'public' | 'work' | 'either'
  }
}

/** Pages as routes, below the frame that surrounds them. */
export function asRoutes(pages: readonly Page[]): RouteRecordRaw[] {
  const framed = (
    space: 'public' | 'work' | 'either',
    frame: () => Promise<{ default: Component }>,
  ): RouteRecordRaw => ({
    path: '/',
    component: frame,
    meta: { space },
    children: pages.filter((page) => spaceOf(page) === space).map(asRoute),
  })
  return [
    framed('public', () => import('./PublicFrame.vue')),
    framed('work', () => import('./WorkFrame.vue')),
    framed('either', () => import('./EitherFrame.vue')),
  ]
}

function spaceOf(page: Page): 'public' | 'work' | 'either' {
  if (page.roles) {
    return 'work'
  }
  return page.eitherWay ? 'either' : 'public'
}

function asRoute(page: Page): RouteRecordRaw {
  return { path: page.path, component: page.component, meta: { page } }
}

export function titleOf(page: Page, role: Role | null): string {
  return typeof page.title === 'string' ? page.title : page.title(role)
}

export function admits(page: Page, role: Role): boolean {
  return page.roles === undefined || page.roles.includes(role)
}
