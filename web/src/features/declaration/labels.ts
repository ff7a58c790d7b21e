import type { DeclarationStatus, Outcome } from '@/api/schema'
import type { States, Words } from '@/lib/words'

export const declarationStates: States<DeclarationStatus> = {
  DRAFT: { word: '待提交', tone: 'quiet' },
  SUBMITTED: { word: '待审核', tone: 'open' },
  ACCEPTED: { word: '审核通过', tone: 'good' },
  SENT_BACK: { word: '审核不通过', tone: 'bad' },
  DELETED: { word: '已删除', tone: 'quiet' },
}

/** What reviewers often say; each can be changed before it is sent. */
export const REASONS_FOR_SENDING_BACK: readonly string[] = [
  '佐证材料不清晰，请重新上传清晰的图片。',
  '佐证材料不全，请补充培训通知、结业证书或单位证明。',
  '起止时间、学时与佐证材料不一致，请核对后修改。',
  '该内容已经申报过，请勿重复申报。',
  '学习内容不属于所选科目，请修改后重新提交。',
]
export const REASONS_FOR_CHANGING: readonly string[] = ['按佐证材料载明的学时认定。', '按规定的折算标准认定。']

/** What a decision has brought about. */
export const outcomeWords: Words<Outcome> = {
  FORWARDED: '审核通过，已提交下一级审核',
  ACCEPTED: '审核通过，学时已记入',
  SENT_BACK: '已退回申请人修改',
}
