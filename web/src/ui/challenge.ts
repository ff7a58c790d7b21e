import { reactive, ref, watch } from 'vue'
import type { ChallengeAnswer } from '@/api/schema'

/** The answer that a `ChallengeField` gives, and what is said where it is missing. */
export interface Answering {
  answer: ChallengeAnswer | null
  readonly error: string | undefined
  /** The answer, before something is sent; without one the field says so. */
  demand(): ChallengeAnswer | null
}

export function useChallenge(): Answering {
  const answer = ref<ChallengeAnswer | null>(null)
  const error = ref<string>()
  watch(answer, () => (error.value = undefined))

  function demand() {
    error.value = answer.value ? undefined : '请输入验证码，或点击“免看图验证”'
    return answer.value
  }
  return reactive({ answer, error, demand }) as Answering
}
