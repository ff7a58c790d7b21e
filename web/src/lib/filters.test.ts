import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { choiceFilter, lastYears, numberFilter, textFilter, useFilters, type Filters } from './filters'

const definitions = {
  name: textFilter('姓名'),
  year: numberFilter('年度', lastYears()),
  status: choiceFilter('认定结果', { SUBMITTED: '待审核', ACCEPTED: '审核通过' }),
}

async function filtersAt(address: string) {
  let filters!: Filters<typeof definitions>
  const page = defineComponent({
    setup() {
      filters = useFilters(definitions)
      return () => h('div')
    },
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/list', component: page }] })
  await router.push(address)
  mount(page, { global: { plugins: [router] } })
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { filters, router, settled }
}

describe('filters', () => {
  it('are read from the address, with their types', async () => {
    const { filters } = await filtersAt('/list?name=王&year=2026&status=ACCEPTED&page=3&size=50')
    expect(filters.query).toEqual({ name: '王', year: 2026, status: 'ACCEPTED', page: 3, size: 50 })
    expect(filters.active).toBe(true)
  })

  it('leave out of an address what is none of theirs to ask for', async () => {
    const { filters } = await filtersAt('/list?year=last&status=LOST&page=-2&size=9999&name=%20')
    expect(filters.query).toEqual({ page: 1, size: 20 })
    expect(filters.active).toBe(false)
  })

  it('begin at the first page when they change, and keep what else the address holds', async () => {
    const { filters, router, settled } = await filtersAt('/list?page=7&tab=mine')
    filters.set({ status: 'SUBMITTED', name: '' })
    await settled()
    expect(router.currentRoute.value.query).toEqual({ status: 'SUBMITTED', tab: 'mine' })
    filters.turnTo(2)
    await settled()
    expect(router.currentRoute.value.query).toEqual({ status: 'SUBMITTED', page: '2', tab: 'mine' })
    filters.clear()
    await settled()
    expect(router.currentRoute.value.query).toEqual({ tab: 'mine' })
  })
})
