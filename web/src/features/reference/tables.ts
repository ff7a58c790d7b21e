import type { LegalStatus } from '@/api/schema'

/** The code tables of the platform, as the interface calls them. */
export const codeTables: readonly { name: string; label: string; about: string }[] = [
  { name: 'ethnic-groups', label: '民族', about: '注册时填写的民族。' },
  { name: 'education', label: '学历', about: '注册时填写的最高学历。' },
  { name: 'degrees', label: '学位', about: '学位代码。' },
  { name: 'sexes', label: '性别', about: '由证件号得出的性别。' },
  { name: 'identity-documents', label: '证件类型', about: '登录账户所用的证件。' },
  { name: 'native-places', label: '籍贯', about: '注册时填写的籍贯。' },
  { name: 'post-categories', label: '岗位类别', about: '事业单位岗位类别和等级。' },
  { name: 'title-levels', label: '职称级别', about: '职称的级别。' },
]

/** How certain an entry is, as the platform marks its legal sources. */
export function legalStatus(status: string | null | undefined): LegalStatus | null {
  switch (status) {
    case 'verbatim':
      return 'VERBATIM'
    case 'secondary':
      return 'SECONDARY'
    case 'unverified':
      return 'UNVERIFIED'
    default:
      return null
  }
}

/** How often each source is named, most often first. */
export function sourcesOf(rows: readonly { source?: string | null }[]): { source: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { source } of rows) {
    if (source) {
      counts.set(source, (counts.get(source) ?? 0) + 1)
    }
  }
  return Array.from(counts, ([source, count]) => ({ source, count })).sort((one, other) => other.count - one.count)
}
