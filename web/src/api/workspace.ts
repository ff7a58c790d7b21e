import { ref } from 'vue'

/**
 * The key of the workspace this tab acts in, sent along with every request. Each tab has its own; a new tab begins with the one
 * that was chosen last.
 */

const NAME = 'xueshi.workspace'

export const workspaceKey = ref<string | null>(sessionStorage.getItem(NAME) ?? localStorage.getItem(NAME))

export function chooseWorkspace(key: string | null): void {
  workspaceKey.value = key
  for (const store of [sessionStorage, localStorage]) {
    if (key === null) {
      store.removeItem(NAME)
    } else {
      store.setItem(NAME, key)
    }
  }
}
