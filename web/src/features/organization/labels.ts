import type { ImportResult } from '@/api/schema'
import type { States } from '@/lib/words'

export const importStates: States<ImportResult> = {
  ENTERED: { word: '已导入', tone: 'good' },
  THERE_BEFORE: { word: '已存在', tone: 'quiet' },
  REFUSED: { word: '未导入', tone: 'bad' },
}
