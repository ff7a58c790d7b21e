import { useMutation } from '@tanstack/vue-query'
import { computed, reactive, ref } from 'vue'
import { answer, apiWithKey, type Api } from './client'
import { Intention } from './intention'
import type { Problem } from './problem'
import { refresh } from './queries'

export interface WriteOptions<A, R> {
  /** What to do with the answer. */
  done?: (result: R, sent: A) => unknown
  /** What to do with a refusal, besides showing it. */
  refused?: (problem: Problem, sent: A) => unknown
  /** Beginnings of the paths whose content the write changes; they are read again. */
  refreshes?: string[]
}

/** A write as a page shows it. */
export interface Write<A = void, R = unknown> {
  /** Sends it, unless it is under way already. Never throws: a refusal is in `problem`. */
  run(content: A): Promise<R | undefined>
  /** Sends the same once more. */
  again(): Promise<R | undefined>
  /** Forgets the last refusal. */
  clear(): void
  readonly busy: boolean
  readonly problem: Problem | null
  /** What was sent last. */
  readonly sent: A | undefined
}

/**
 * One thing the user can have done. Clicked twice it is sent once; tried again after the connection broke it carries the same key,
 * so that it happens once.
 *
 *     const decide = useWrite((api, form: DecisionForm) => api.POST('/api/...', { body: form }), { refreshes: ['/api/inbox'] })
 */
export function useWrite<A = void, R = unknown>(
  send: (api: Api, content: A) => Promise<{ data?: R; error?: unknown; response: Response }>,
  options: WriteOptions<A, R> = {},
): Write<A, R> {
  const intention = new Intention()
  const sent = ref<{ content: A } | null>(null)
  const mutation = useMutation<R, Problem, A>({
    mutationFn: (content) => answer(send(apiWithKey(intention.keyFor(content)), content)),
  })

  async function run(content: A): Promise<R | undefined> {
    if (mutation.isPending.value) {
      return undefined
    }
    sent.value = { content } as { content: never }
    let result: R
    try {
      result = await mutation.mutateAsync(content)
    } catch (failed) {
      const problem = failed as Problem
      intention.failed(problem)
      await options.refused?.(problem, content)
      return undefined
    }
    intention.succeeded()
    if (options.refreshes) {
      void refresh(...options.refreshes)
    }
    await options.done?.(result, content)
    return result
  }

  return reactive({
    run,
    again: () => (sent.value === null ? Promise.resolve(undefined) : run(sent.value.content as A)),
    clear: () => mutation.reset(),
    busy: mutation.isPending,
    problem: mutation.error,
    sent: computed(() => sent.value?.content as A | undefined),
  }) as Write<A, R>
}
