import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Role } from '@/api/schema'
import { admits, titleOf, type MenuEntry, type MenuGroup, type Page } from './pages'

/** An entry of somebody's menu. */
export interface MenuItem extends MenuEntry {
  path: string
  title: string
}

export interface MenuSection {
  group: MenuGroup
  heading: string | null
  items: MenuItem[]
}

const GROUPS: readonly MenuGroup[] = ['start', 'review', 'hours', 'proof', 'manage', 'self']

function heading(group: MenuGroup, role: Role): string | null {
  switch (group) {
    case 'start':
      return null
    case 'review':
      return '审核'
    case 'hours':
      return role === 'LEARNER' ? '学时' : '人员与学时'
    case 'proof':
      return '年度与证书'
    case 'manage':
      return '管理'
    case 'self':
      return '个人'
  }
}

/** The menu of a role: of the pages that there are, those it may open, in their groups. */
export function menuOf(pages: readonly Page[], role: Role): MenuSection[] {
  const items = pages
    .filter((page) => page.menu && admits(page, role))
    .map((page): MenuItem => ({ ...page.menu!, path: page.path, title: titleOf(page, role) }))
    .sort((one, other) => one.place - other.place)
  return GROUPS.map((group) => ({
    group,
    heading: heading(group, role),
    items: items.filter((item) => item.group === group),
  })).filter((section) => section.items.length > 0)
}

/** Where a role begins: the first entry of its menu. */
export function homeOf(pages: readonly Page[], role: Role): string {
  return menuOf(pages, role)[0]?.items[0]?.path ?? '/account'
}

/** The pages of all features. */
export function usePages(): Page[] {
  return useRouter()
    .getRoutes()
    .flatMap((route) => route.meta.page ?? [])
}

export function useMenu(role: () => Role | null): ComputedRef<MenuSection[]> {
  const pages = usePages()
  return computed(() => {
    const now = role()
    return now === null ? [] : menuOf(pages, now)
  })
}
