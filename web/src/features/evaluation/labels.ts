import type { CountedRow } from '@/api/schema'
import type { States } from '@/lib/words'

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
