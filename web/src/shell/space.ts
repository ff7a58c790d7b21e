import { ref, watch } from 'vue'

/** Which of the two looks the page has: the public one, or the denser one of the workspaces. The style sheets read it. */
export const space = ref<'public' | 'work'>('public')

watch(space, (now) => (document.documentElement.dataset.space = now), { immediate: true })
