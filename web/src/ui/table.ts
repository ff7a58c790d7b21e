import { computed, reactive, watch, type Ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { Read } from '@/api/queries'
import { ABSENT } from '@/lib/format'

export interface Column<T> {
  /** The property it shows, or the name of its slot. */
  key: string
  label: string
  text?: (row: T) => string
  /** Figures: to the right, below each other. */
  number?: boolean
  /** How wide at least, in `em`; long words wrap. */
  width?: number
  /** Where it stands on a card: its title, its state beside it, a line (if nothing is said), or nowhere. */
  card?: 'title' | 'state' | 'line' | 'none'
  /** Left out where the screen is less than wide. */
  spare?: boolean
}

/** What can be done with a row: go somewhere, or run something. The first two are shown, the rest is in a menu. */
export interface RowAction {
  label: string
  to?: RouteLocationRaw
  run?: () => unknown
  danger?: boolean
}

/** Turns pages; `useFilters` gives one. */
export interface Pager {
  readonly page: number
  readonly size: number
  readonly active: boolean
  turnTo(page: number): void
  resize(size: number): void
  clear(): void
}

export type Key = string | number
export type Rows<T> = { items: T[]; total: number; more: boolean }

/** A list whose rows are there already, as part of something else that was read. */
export function given<T>(rows: readonly T[]): Read<T[]> {
  return { data: [...rows], loading: false, refreshing: false, problem: null, again: () => undefined }
}

/** What is asked for when a list is shown. */
export interface Listing<T> {
  list: Read<Rows<T>> | Read<T[]>
  columns: readonly Column<T>[]
  actions?: ((row: T) => RowAction[]) | undefined
  rowKey?: ((row: T) => Key) | undefined
  /** Which rows can be selected; without it none. */
  selectable?: ((row: T) => boolean) | undefined
}

/** A list as its table and its cards show it: the rows that are there, and which of them are selected. */
export interface Table<T> {
  /** What was read; null while nothing was. */
  readonly page: Rows<T> | null
  readonly rows: T[]
  readonly columns: readonly Column<T>[]
  readonly refreshing: boolean
  readonly selects: boolean
  readonly acts: boolean
  readonly allChosen: boolean
  /** Whether any row of this page can be selected. */
  readonly choosable: boolean
  keyOf(row: T): Key
  text(row: T, column: Column<T>): string
  /** What the row is called, for who does not see it. */
  nameOf(row: T): string
  actionsOf(row: T): RowAction[]
  isChoosable(row: T): boolean
  isChosen(row: T): boolean
  choose(row: T, chosen: boolean): void
  chooseAll(chosen: boolean): void
}

/** The list's rows and columns, with the selection kept to what is seen. */
export function useTable<T extends object>(listing: Listing<T>, selected: Ref<Key[]>): Table<T> {
  const page = computed<Rows<T> | null>(() => {
    const data = listing.list.data
    if (data === undefined) {
      return null
    }
    return Array.isArray(data) ? { items: data, total: data.length, more: false } : data
  })
  const rows = computed(() => page.value?.items ?? [])
  const keyOf = (row: T): Key => listing.rowKey?.(row) ?? (row as { id: Key }).id
  const choosable = computed(() => (listing.selectable ? rows.value.filter(listing.selectable).map(keyOf) : []))

  // What is selected is what is seen: nothing is decided on rows of another page.
  watch(choosable, (now) => {
    const kept = selected.value.filter((key) => now.includes(key))
    if (kept.length < selected.value.length) {
      selected.value = kept
    }
  })

  function text(row: T, column: Column<T>): string {
    if (column.text) {
      return column.text(row)
    }
    const value = (row as Record<string, unknown>)[column.key]
    return value === null || value === undefined || value === '' ? ABSENT : String(value)
  }

  return reactive({
    page,
    rows,
    columns: computed(() => listing.columns),
    refreshing: computed(() => listing.list.refreshing),
    selects: computed(() => listing.selectable !== undefined),
    acts: computed(() => listing.actions !== undefined),
    allChosen: computed(() => choosable.value.length > 0 && selected.value.length === choosable.value.length),
    choosable: computed(() => choosable.value.length > 0),
    keyOf,
    text,
    nameOf: (row: T) =>
      listing.columns
        .filter((column) => column.card === 'title')
        .map((column) => text(row, column))
        .join(' '),
    actionsOf: (row: T) => listing.actions?.(row) ?? [],
    isChoosable: (row: T) => listing.selectable?.(row) ?? false,
    isChosen: (row: T) => selected.value.includes(keyOf(row)),
    choose(row: T, chosen: boolean) {
      const key = keyOf(row)
      selected.value = chosen ? [...selected.value, key] : selected.value.filter((one) => one !== key)
    },
    chooseAll(chosen: boolean) {
      selected.value = chosen ? [...choosable.value] : []
    },
  }) as unknown as Table<T>
}
