import type { Role } from '@/api/schema'

/** The kinds of cases that wait in the inbox: how each is called, and where one is decided. */
export interface CaseKind {
  word: string
  /** An employer's word for it, where it is another one. */
  atEmployer?: string
  pathOf: (subjectId: number) => string
}

const kinds: Record<string, CaseKind> = {
  REGISTRATION: { word: '注册审核', pathOf: (id) => `/registrations/${id}` },
  DECLARATION: { word: '学时审核', atEmployer: '学时初审', pathOf: (id) => `/review?case=${id}` },
}

/** What is known of a kind; one that this page does not know yet is shown, and has no page. */
export function kindOf(kind: string): CaseKind | null {
  return kinds[kind] ?? null
}

/** The kinds in the words that a role's menu has for them. */
export function kindWordsOf(role: Role | null): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, one]) => [
      kind,
      role === 'EMPLOYER_ADMIN' ? (one.atEmployer ?? one.word) : one.word,
    ]),
  )
}
