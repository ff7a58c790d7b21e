import type { CountedRow, YearResult, YearRow } from '@/api/schema'
import type { States } from '@/lib/words'
import { yearResultStates } from '@/ui/labels'

export const yearStates: States<YearResult | 'OPEN' | 'NONE'> = {
  ...yearResultStates,
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

export type EntryState = 'COUNTED' | 'NOT_COUNTED' | 'REVERSED' | 'REVERSAL'

/** What a line of the ledger is to the year's verdict. */
export const entryStates: States<EntryState> = {
  COUNTED: { word: '计入', tone: 'good' },
  NOT_COUNTED: { word: '不计入', tone: 'quiet' },
  REVERSED: { word: '已冲正', tone: 'bad' },
  REVERSAL: { word: '冲正', tone: 'care' },
}

export function entryStateOf(row: CountedRow): EntryState {
  if (row.entry.reversal) {
    return 'REVERSAL'
  }
  if (row.entry.reversed) {
    return 'REVERSED'
  }
  return row.counted ? 'COUNTED' : 'NOT_COUNTED'
}
