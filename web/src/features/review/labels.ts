/** The kinds of cases that wait in the inbox: how each is called, and where one is decided. */
export interface CaseKind {
  word: string
  pathOf: (subjectId: number) => string
}

const kinds: Record<string, CaseKind> = {
  REGISTRATION: { word: '注册审核', pathOf: (id) => `/registrations/${id}` },
  DECLARATION: { word: '学时审核', pathOf: (id) => `/review?case=${id}` },
}

/** What is known of a kind; one that this page does not know yet is shown, and has no page. */
export function kindOf(kind: string): CaseKind | null {
  return kinds[kind] ?? null
}

export const kindWords: Record<string, string> = Object.fromEntries(
  Object.entries(kinds).map(([kind, one]) => [kind, one.word]),
)
