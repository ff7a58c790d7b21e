import { computed, nextTick, reactive, ref, toRaw, watch } from 'vue'

/** What is wrong with a value, or nothing. */
export type Check<T, V> = (value: V, values: T) => string | false | null | undefined

export type Checks<T> = { [K in keyof T]?: Check<T, T[K]> }

/** A form that is being filled in. */
export interface Form<T extends object> {
  values: T
  /** What is wrong, by the field's name or path: found here, or told by the server. */
  readonly errors: Readonly<Record<string, string>>
  /** Whether something was typed since it was opened. */
  readonly changed: boolean
  /** Whether everything is right; otherwise the first wrong field has the focus. */
  check(): boolean
  /** Shows what the server found wrong. */
  take(problem: { fields: Readonly<Record<string, string>> } | null): void
  /** Begins anew, with these values or the first ones. */
  reset(values?: T): void
}

/**
 * Holds a form's values and what is wrong with them. An error goes away when its field is changed, and not before.
 *
 *     const form = useForm({ login: '', password: '' }, { login: required('请输入身份证号') })
 */
export function useForm<T extends object>(beginning: T, checks: Checks<T> = {}): Form<T> {
  const values = reactive(structuredClone(toRaw(beginning))) as T
  const errors = ref<Record<string, string>>({})
  const start = ref(JSON.stringify(beginning))

  watch(
    () => JSON.parse(JSON.stringify(values)) as Record<string, unknown>,
    (now, before) => {
      for (const name of Object.keys(errors.value)) {
        const field = name.split(/[.[]/)[0]!
        if (JSON.stringify(now[field]) !== JSON.stringify(before[field])) {
          delete errors.value[name]
        }
      }
    },
    { flush: 'sync' },
  )

  function check(): boolean {
    const found: Record<string, string> = {}
    for (const [name, wrong] of Object.entries(checks) as [keyof T & string, Check<T, unknown>][]) {
      const message = wrong(values[name], values)
      if (message) {
        found[name] = message
      }
    }
    errors.value = found
    void focusFirst(found)
    return Object.keys(found).length === 0
  }

  return reactive({
    values,
    errors,
    changed: computed(() => JSON.stringify(values) !== start.value),
    check,
    take(problem: { fields: Readonly<Record<string, string>> } | null) {
      errors.value = { ...(problem?.fields ?? {}) }
      void focusFirst(errors.value)
    },
    reset(next: T = beginning) {
      Object.assign(values, structuredClone(toRaw(next)))
      errors.value = {}
      start.value = JSON.stringify(values)
    },
  }) as unknown as Form<T>
}

/** Moves the focus to the first wrong field on the page. */
async function focusFirst(errors: Record<string, string>): Promise<void> {
  if (Object.keys(errors).length > 0) {
    await nextTick()
    const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"]')
    const within = wrong?.matches('input, textarea, button') ? wrong : wrong?.querySelector('input, textarea, button')
    ;(within as HTMLElement | null | undefined)?.focus()
  }
}

/** Where a field stands on the page. */
export function placeOf(field: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
}

/** Brings a field into sight and puts the focus into it. */
export function jumpTo(field: string): void {
  const place = placeOf(field)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus({ preventScroll: true })
}

/** The value must be there. */
export function required(message: string): Check<unknown, unknown> {
  return (value) => (value == null || (typeof value === 'string' && value.trim() === '') ? message : null)
}

/** The usual rule of passwords; what else the server asks for it tells itself. S3's words. */
export function passwordCheck(password: string): string | null {
  const length = [...password].length
  const simple = /^\d*$/.test(password) || /^\p{L}*$/u.test(password)
  return length < 8 || length > 20 || simple ? '请输入8~20位密码,请勿输入纯数字或纯字母' : null
}
