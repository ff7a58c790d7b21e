import type { Words } from '@/lib/words'

/** Where hours come from. */
const sources: Words<string> = {
  DECLARATION: '学时申报',
  INSTITUTION: '施教机构申报',
  IMPORT: '批量导入',
  REVERSAL: '冲正',
}

export function sourceWord(kind: string): string {
  return sources[kind] ?? kind
}
