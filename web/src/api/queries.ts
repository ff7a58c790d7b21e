import { keepPreviousData, QueryClient, useQuery } from '@tanstack/vue-query'
import type { MethodResponse } from 'openapi-fetch'
import { computed, reactive, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api, type Api } from './client'
import { Problem } from './problem'
import type { paths } from './schema'
import { workspaceKey } from './workspace'

/** What was read from the server, kept for all pages. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, failed) => failed instanceof Problem && failed.passing && failures < 2,
      // Offline is told to the user, not waited for in silence.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Paths that can be read. */
export type ReadPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths]

/** What a path takes in its query and its path. */
export type ParamsOf<P extends ReadPath> = paths[P] extends { get: { parameters: infer X } }
  ? Pick<X, Extract<keyof X, 'query' | 'path'>>
  : never

/** What a path answers. */
export type AnswerOf<P extends ReadPath> = MethodResponse<Api, 'get', P>

export interface ReadOptions {
  /** Nothing is read while this is false. */
  enabled?: MaybeRefOrGetter<boolean>
  /** Shows what was there before while something else is fetched: for lists that are paged through. */
  keep?: boolean
  /** For how long nothing newer is asked for, in milliseconds. */
  fresh?: number
  /** Asks again this often, in milliseconds. */
  every?: number
}

/** Something that is read from the server, as a page shows it. */
export interface Read<T> {
  readonly data: T | undefined
  /** Nothing to show yet. */
  readonly loading: boolean
  /** What is shown is being replaced. */
  readonly refreshing: boolean
  readonly problem: Problem | null
  /** Asks again. */
  again(): void
}

type ReadArguments<P extends ReadPath> =
  Record<never, never> extends ParamsOf<P>
    ? [params?: MaybeRefOrGetter<ParamsOf<P>>, options?: ReadOptions]
    : [params: MaybeRefOrGetter<ParamsOf<P>>, options?: ReadOptions]

/**
 * Reads a path of the contract, and again when its parameters or the workspace change.
 *
 *     const list = useRead('/api/declarations', () => ({ query: filters.query }), { keep: true })
 */
export function useRead<P extends ReadPath>(path: P, ...[params, options = {}]: ReadArguments<P>): Read<AnswerOf<P>> {
  const query = useQuery({
    queryKey: [path, computed(() => toValue(params) ?? {}), workspaceKey],
    queryFn: ({ signal }) => fetchRead(path, toValue(params), signal),
    enabled: computed(() => toValue(options.enabled) ?? true),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })
  return reactive({
    data: query.data,
    loading: computed(() => query.isPending.value && query.isFetching.value),
    refreshing: computed(() => query.isFetching.value && !query.isPending.value),
    problem: computed(() => query.error.value as Problem | null),
    again: () => void query.refetch(),
  }) as Read<AnswerOf<P>>
}

function fetchRead<P extends ReadPath>(
  path: P,
  params: ParamsOf<P> | undefined,
  signal: AbortSignal,
): Promise<AnswerOf<P>> {
  // The generic path is more than the client's own types can follow; useRead's signature has checked it.
  const get = api.GET as unknown as (path: P, init: object) => Promise<{ data?: AnswerOf<P>; response: Response }>
  return answer(get(path, { params, signal }))
}

/** Asks anew for everything whose path begins with one of these: what a write has changed. */
export async function refresh(...beginnings: string[]): Promise<void> {
  await queries.invalidateQueries({
    predicate: (query) => beginnings.some((beginning) => String(query.queryKey[0]).startsWith(beginning)),
  })
}
