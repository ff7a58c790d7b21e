import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { queries } from '@/api/queries'

/** Runs a composable inside a component, as it would run in a page. */
export function within<T>(setup: () => T): T {
  let result!: T
  const component = defineComponent({
    setup() {
      result = setup()
      return () => h('div')
    },
  })
  mount(component, { global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] } })
  return result
}
