import type { DeclarationStatus } from '@/api/schema'
import type { States } from '@/lib/words'

export const declarationStates: States<DeclarationStatus> = {
  DRAFT: { word: '待提交', tone: 'quiet' },
  SUBMITTED: { word: '待审核', tone: 'open' },
  ACCEPTED: { word: '审核通过', tone: 'good' },
  SENT_BACK: { word: '审核不通过', tone: 'bad' },
  DELETED: { word: '已删除', tone: 'quiet' },
}
