import { onScopeDispose } from 'vue'

/** Which of the queue comes when one of it is done: the one after it, or, at the end, the one before. */
export function after(ids: readonly number[], id: number): number | null {
  const at = ids.indexOf(id)
  return at < 0 ? (ids[0] ?? null) : (ids[at + 1] ?? ids[at - 1] ?? null)
}

/** The neighbour, `by` steps on; at the ends, one stays. */
export function beside(ids: readonly number[], id: number | null, by: 1 | -1): number | null {
  const at = id === null ? -1 : ids.indexOf(id)
  return at < 0 ? (ids[0] ?? null) : (ids[at + by] ?? id)
}

/** Letters that do something, unless somebody is typing, a dialog is open, or the key is held down. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  function pressed(event: KeyboardEvent) {
    const action = keys[event.key.toLowerCase()]
    if (!action || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) {
      return
    }
    event.preventDefault()
    action()
  }
  addEventListener('keydown', pressed)
  onScopeDispose(() => removeEventListener('keydown', pressed))
}

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]'
const OVER_THE_PAGE = '.el-overlay, .el-image-viewer__wrapper, .el-popper[role=menu], .el-select__popper'

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TYPING)) {
    return true
  }
  return Array.from(document.querySelectorAll<HTMLElement>(OVER_THE_PAGE)).some(isShown)
}

function isShown(one: HTMLElement): boolean {
  const style = getComputedStyle(one)
  return style.display !== 'none' && style.visibility !== 'hidden'
}
