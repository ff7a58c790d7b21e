import { ref, watch } from 'vue'

/** How somebody likes to read, kept in this browser. */

const NAME = 'xueshi.large-text'

/** 大字版. */
export const largeText = ref(localStorage.getItem(NAME) === 'yes')

export function keepPreferences(): void {
  if (largeText.value) {
    localStorage.setItem(NAME, 'yes')
  } else {
    localStorage.removeItem(NAME)
  }
}

watch(
  largeText,
  (large) => {
    document.documentElement.toggleAttribute('data-large', large)
    keepPreferences()
  },
  { immediate: true },
)
