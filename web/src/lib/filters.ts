import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** A choice of a filter. */
export interface Choice<T extends string | number = string | number> {
  value: T
  label: string
}

/** One filter of a list: how it is called, what it can be, and how it is read from the address. */
export interface Filter<T extends string | number> {
  kind: 'text' | 'choice' | 'date'
  label: string
  placeholder?: string
  choices?: MaybeRefOrGetter<readonly Choice<T>[]>
  read(text: string): T | undefined
}

/** A filter that is typed. */
export function textFilter(label: string, placeholder?: string): Filter<string> {
  return { kind: 'text', label, placeholder, read: (text) => text.trim() || undefined }
}

/** A filter that is chosen from words, as a `labels.ts` has them. */
export function choiceFilter<T extends string>(label: string, labels: Record<T, string>): Filter<T> {
  const choices = (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }))
  return { kind: 'choice', label, choices, read: (text) => (text in labels ? (text as T) : undefined) }
}

/** A filter that is chosen from what the server offers. */
export function offeredFilter(label: string, choices: MaybeRefOrGetter<readonly Choice<string>[]>): Filter<string> {
  return { kind: 'choice', label, choices, read: (text) => text || undefined }
}

/** A filter that is a day. */
export function dateFilter(label: string): Filter<string> {
  return { kind: 'date', label, read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined) }
}

/** A filter that is one of some numbers, a year for instance. */
export function numberFilter(label: string, choices: MaybeRefOrGetter<readonly Choice<number>[]>): Filter<number> {
  return { kind: 'choice', label, choices, read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined) }
}

/** The last years, latest first: what a year filter usually offers. */
export function lastYears(many = 6): Choice<number>[] {
  const now = new Date().getFullYear()
  return Array.from({ length: many }, (_, i) => ({ value: now - i, label: `${now - i} 年` }))
}

type Definitions = Record<string, Filter<never> | Filter<string> | Filter<number>>
type ValueOf<F> = F extends { read(text: string): infer T | undefined } ? Exclude<T, undefined> : never
export type FilterValues<D> = { [K in keyof D]?: ValueOf<D[K]> }

export interface Filters<D extends Definitions = Definitions> {
  readonly definitions: D
  /** What is filtered by. */
  readonly values: FilterValues<D>
  /** What to ask the server: the values, the page and its size. */
  readonly query: FilterValues<D> & { page: number; size: number }
  readonly page: number
  readonly size: number
  /** Whether anything is filtered by. */
  readonly active: boolean
  /** Filters by these values and no others, from the first page on. */
  set(values: FilterValues<D>): void
  clear(): void
  turnTo(page: number): void
  resize(size: number): void
}

/** How many rows a page may have. */
export const SIZES = [20, 50, 100]

/**
 * A list's filters and page, kept in the address: a filtered list can be linked to, left and come back to.
 *
 *     const filters = useFilters({ status: choiceFilter('认定结果', declarationStatus), name: textFilter('姓名') })
 */
export function useFilters<D extends Definitions>(definitions: D): Filters<D> {
  const route = useRoute()
  const router = useRouter()

  const values = computed(() => {
    const found: Record<string, unknown> = {}
    for (const [name, definition] of Object.entries(definitions)) {
      const text = route.query[name]
      const value = typeof text === 'string' ? definition.read(text) : undefined
      if (value !== undefined) {
        found[name] = value
      }
    }
    return found as FilterValues<D>
  })
  const page = computed(() => Math.max(1, whole(route.query.page) ?? 1))
  const size = computed(() => SIZES.find((one) => one === whole(route.query.size)) ?? SIZES[0]!)

  /** What the address holds besides the filters stays: a chosen tab, for instance. */
  function go(next: FilterValues<D>, nextPage: number, nextSize: number): void {
    const query: LocationQueryRaw = {}
    for (const [name, text] of Object.entries(route.query)) {
      if (!(name in definitions) && name !== 'page' && name !== 'size') {
        query[name] = text
      }
    }
    for (const [name, value] of Object.entries(next)) {
      if (value !== undefined && value !== null && value !== '') {
        query[name] = String(value)
      }
    }
    if (nextPage > 1) {
      query.page = String(nextPage)
    }
    if (nextSize !== SIZES[0]) {
      query.size = String(nextSize)
    }
    void router.replace({ query })
  }

  return reactive({
    definitions,
    values,
    query: computed(() => ({ ...values.value, page: page.value, size: size.value })),
    page,
    size,
    active: computed(() => Object.keys(values.value).length > 0),
    set: (next: FilterValues<D>) => go(next, 1, size.value),
    clear: () => go({}, 1, size.value),
    turnTo: (next: number) => go(values.value, next, size.value),
    resize: (next: number) => go(values.value, 1, next),
  }) as Filters<D>
}

function whole(text: unknown): number | undefined {
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/** The choices of a filter, as they are now. */
export function choicesOf(filter: Filter<never> | Filter<string> | Filter<number>): readonly Choice[] {
  return (toValue(filter.choices) ?? []) as readonly Choice[]
}
