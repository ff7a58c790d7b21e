import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { answer, api, onSessionEnded } from '@/api/client'
import { Problem } from '@/api/problem'
import { queries } from '@/api/queries'
import type { Role, SessionDetail, Workspace } from '@/api/schema'
import { chooseWorkspace, workspaceKey } from '@/api/workspace'
import { keepPreferences } from './preferences'

/** Who is logged in, as what, and whether that is over. */
export const useSession = defineStore('session', () => {
  const detail = ref<SessionDetail | null>(null)
  /** The session ended while somebody was at work: what is on the page stays until he is back. */
  const ended = ref(false)
  let loading: Promise<void> | null = null

  const workspaces = computed<Workspace[]>(() => detail.value?.workspaces ?? [])
  const workspace = computed(() => workspaces.value.find((one) => one.key === workspaceKey.value) ?? null)
  const role = computed<Role | null>(() => workspace.value?.role ?? null)

  onSessionEnded(() => {
    if (detail.value !== null) {
      ended.value = true
    }
  })

  /** Looks, once, who is logged in. */
  function load(): Promise<void> {
    loading ??= ask()
    return loading
  }

  async function ask(): Promise<void> {
    try {
      take(await answer(api.GET('/api/session')))
    } catch (failed) {
      if (failed instanceof Problem && failed.is('platform.not-logged-in')) {
        // Perhaps only the workspace is one that this account no longer has.
        if (workspaceKey.value !== null) {
          chooseWorkspace(null)
          await ask()
        }
        return
      }
      // Nobody knows; the next page asks again.
      loading = null
      throw failed
    }
  }

  function take(session: SessionDetail): void {
    detail.value = session
    const kept = session.workspaces.some((one) => one.key === workspaceKey.value)
    if (!kept) {
      chooseWorkspace(session.chosen || (session.workspaces[0]?.key ?? null))
    }
  }

  /** Somebody has logged in. The pages of whoever was here before are forgotten, unless it is the same person coming back. */
  function begin(session: SessionDetail): void {
    const back = ended.value && detail.value?.maskedLogin === session.maskedLogin && detail.value.name === session.name
    if (!back) {
      queries.clear()
      chooseWorkspace(session.chosen)
    }
    loading = Promise.resolve()
    take(session)
    ended.value = false
    if (back) {
      void queries.invalidateQueries()
    }
  }

  /** Acts as something else that the person is. */
  function switchTo(key: string): void {
    chooseWorkspace(key)
  }

  /** Nobody is logged in any more. */
  function forget(): void {
    detail.value = null
    ended.value = false
    loading = Promise.resolve()
    chooseWorkspace(null)
    queries.clear()
    // Logging out empties the browser's store; how somebody likes to read is no secret.
    keepPreferences()
  }

  return { detail, ended, workspaces, workspace, role, load, begin, switchTo, forget }
})
