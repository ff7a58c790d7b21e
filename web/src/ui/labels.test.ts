import { expect, it } from 'vitest'
import type { YearRow } from '@/api/schema'
import { yearStateOf } from './labels'

const year = { result: 'NOT_PASSED', closed: false, deadline: '2026-12-31' } as YearRow

it('a year that can still be completed is not failed', () => {
  expect(yearStateOf(year, new Date('2026-12-31T15:00:00Z'))).toBe('OPEN')
  expect(yearStateOf(year, new Date('2026-12-31T16:00:00Z'))).toBe('NOT_PASSED')
  expect(yearStateOf({ ...year, closed: true }, new Date('2026-05-01'))).toBe('NOT_PASSED')
})

it('a year of which nothing is asked has no result', () => {
  expect(yearStateOf({ ...year, result: null })).toBe('NONE')
})
