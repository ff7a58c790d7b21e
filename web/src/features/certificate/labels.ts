import type { CertificateStatus } from '@/api/schema'
import type { States } from '@/lib/words'

export const certificateStates: States<CertificateStatus> = {
  VALID: { word: '有效', tone: 'good' },
  REVOKED: { word: '已撤销', tone: 'bad' },
}
