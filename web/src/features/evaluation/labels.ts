import type { YearResult, YearRow } from '@/api/schema'
import type { States } from '@/lib/words'

export const yearStates: States<YearResult | 'OPEN' | 'NONE'> = {
  PASSED: { word: '通过', tone: 'good' },
  NOT_PASSED: { word: '不通过', tone: 'bad' },
  OPEN: { word: '未完成', tone: 'care' },
  NONE: { word: '无学时要求', tone: 'quiet' },
}

/** A year that can still be completed is not failed yet. */
export function stateOf(year: YearRow, today: Date = new Date()): YearResult | 'OPEN' | 'NONE' {
  if (year.result === null || year.result === undefined) {
    return 'NONE'
  }
  const over = year.closed || Date.parse(`${year.deadline}T23:59:59+08:00`) < today.getTime()
  return year.result === 'NOT_PASSED' && !over ? 'OPEN' : year.result
}
