import type { PersonStatus } from '@/api/schema'
import type { States } from '@/lib/words'

export const personStates: States<PersonStatus> = {
  PENDING: { word: '待审核', tone: 'open' },
  ACTIVE: { word: '审核通过', tone: 'good' },
  SENT_BACK: { word: '已退回', tone: 'bad' },
  WITHDRAWN: { word: '已撤回', tone: 'quiet' },
}
