import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Where tables become cards and the menu becomes a bar. The style sheets say the same. */
const PHONE = '(max-width: 767px)'

const query = typeof matchMedia === 'undefined' ? null : matchMedia(PHONE)
const phone = ref(query?.matches ?? false)
query?.addEventListener('change', (event) => (phone.value = event.matches))

/** Whether the screen is as narrow as a phone's. */
export const isPhone = readonly(phone)

/** The time, moving on: for what counts down or says how long something waits. */
export function useNow(every = 1000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), every)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
