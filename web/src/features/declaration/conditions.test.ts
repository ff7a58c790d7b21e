import { expect, it } from 'vitest'
import { holds } from './conditions'

it('asks by the answer to another field', () => {
  const condition = { field: 'rank', in: ['FIRST', 'SECOND'] }
  expect(holds(condition, { rank: 'FIRST' })).toBe(true)
  expect(holds(condition, { rank: 'THIRD' })).toBe(false)
  expect(holds(condition, {})).toBe(false)
})

it('asks by a number that is above one bound and within the other', () => {
  const condition = { field: 'words', in: [], above: 1000, atMost: 3000 }
  expect(holds(condition, { words: '3000' })).toBe(true)
  expect(holds(condition, { words: '1000' })).toBe(false)
})

it('always asks where nothing is said', () => {
  expect(holds(null, {})).toBe(true)
})
