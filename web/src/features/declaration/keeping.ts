import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import type { Problem } from '@/api/problem'
import type { DeclarationDetail, DeclarationForm } from '@/api/schema'
import { useWrite } from '@/api/writes'

/** A draft as the server has it. */
export interface Saved {
  id: number
  version: number
}

/** What is to be kept, and when. */
export interface Kept {
  /** The claim as it stands; null while it cannot be a draft yet. */
  content: () => DeclarationForm | null
  /** Whether it is kept without being asked for. */
  byItself: () => boolean
  /** The draft that the form began with. */
  saved: Saved | null
}

/** How what is typed becomes a draft: by the button, and by itself some seconds after the last change. */
export interface Keeping {
  readonly saved: Saved | null
  /** Whether the server has all that is typed. */
  readonly current: boolean
  /** When it was kept by itself last. */
  readonly keptAt: number | null
  /** Why what was typed last could not be kept by itself. */
  readonly hindrance: Problem | null
  /** Whether the draft became another one elsewhere: then nothing is kept by itself any more. */
  readonly stopped: boolean
  /** Why the button's saving was refused. */
  readonly problem: Problem | null
  /** Whether the button's saving is under way. */
  readonly busy: boolean
  /** Saves now, since the user wants it; the draft, or null where it was refused. */
  save(): Promise<Saved | null>
  /** Keeps what is typed without a word; whether the server has it now. */
  keep(): Promise<boolean>
  /** Forgets the last refusal of the button's saving. */
  clear(): void
}

/** After the last change; but whoever types on and on is not left unsaved. */
const PAUSE = 3_000
const LONGEST = 20_000
/** Until it is tried again after no answer came. */
const RETRY = 15_000

interface Sent {
  id: number | null
  body: DeclarationForm
  text: string
}

export function useKeeping({ content, byItself, saved: first }: Kept): Keeping {
  const saved = ref(first)
  const text = computed(() => JSON.stringify(content()))
  const stored = ref(first === null ? null : text.value)
  const keptAt = ref<number | null>(null)
  const hindrance = ref<Problem | null>(null)
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  const current = computed(() => stored.value !== null && text.value === stored.value)
  const stopped = computed(() => [404, 409].includes(hindrance.value?.status ?? 0))

  const write = useWrite<Sent, DeclarationDetail>(
    (api, { id, body }) =>
      id === null
        ? api.POST('/api/declarations', { body })
        : api.PUT('/api/declarations/{id}', { params: { path: { id } }, body }),
    { refreshes: ['/api/me/declarations'] },
  )
  /** What was sent and never answered: it may have happened or not. */
  let unanswered: Sent | null = null
  let last: Promise<unknown> = Promise.resolve()

  /** One saving after the other, so that the second one changes the draft that the first one made. */
  function store(): Promise<Problem | null> {
    const mine = last.then(storeNow)
    last = mine
    return mine
  }

  async function storeNow(): Promise<Problem | null> {
    if (unanswered) {
      // Sent again as it was, under the same key, it happens once; something else in its place might be a second draft.
      const failed = await send(unanswered)
      if (failed && (failed.passing || failed.status === 409)) {
        return failed
      }
    }
    const now = content()
    if (now === null || current.value) {
      return null
    }
    return send({
      id: saved.value?.id ?? null,
      body: { ...now, version: saved.value?.version ?? null },
      text: text.value,
    })
  }

  async function send(what: Sent): Promise<Problem | null> {
    const detail = await write.run(what)
    const failed = write.problem
    unanswered = failed?.passing ? what : null
    if (detail && !failed) {
      saved.value = { id: detail.id, version: detail.version }
      stored.value = what.text
    }
    return failed
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | null = null

  function wait(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), milliseconds)
  }

  watch(text, () => {
    if (current.value || !mayKeep()) {
      clearTimeout(timer)
      since = null
      return
    }
    since ??= Date.now()
    wait(Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())))
  })

  function mayKeep(): boolean {
    return byItself() && !stopped.value && content() !== null
  }

  async function keep(): Promise<boolean> {
    clearTimeout(timer)
    since = null
    if (current.value || !mayKeep()) {
      return current.value
    }
    hindrance.value = await store()
    if (hindrance.value === null) {
      keptAt.value = Date.now()
    } else if (hindrance.value.passing || hindrance.value.wait !== null) {
      wait(Math.max(RETRY, (hindrance.value.wait ?? 0) * 1000))
    }
    return current.value
  }

  async function save(): Promise<Saved | null> {
    clearTimeout(timer)
    since = null
    problem.value = null
    busy.value = true
    problem.value = await store()
    busy.value = false
    if (problem.value === null) {
      hindrance.value = null
    }
    return problem.value === null ? saved.value : null
  }

  // A phone may close what is not in sight.
  const left = () => void (document.hidden && keep())
  document.addEventListener('visibilitychange', left)
  onScopeDispose(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', left)
  })

  return reactive({
    saved,
    current,
    keptAt,
    hindrance,
    stopped,
    problem,
    busy,
    save,
    keep,
    clear: () => (problem.value = null),
  }) as unknown as Keeping
}
