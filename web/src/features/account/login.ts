import { ref } from 'vue'
import { answer, api } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { ChallengeAnswer, Role, SessionDetail } from '@/api/schema'
import { useWrite, type Write } from '@/api/writes'
import { doWork } from '@/lib/work'

/** What somebody logs in with. */
export interface Credentials {
  role: Role
  login: string
  password: string
}

/** A login; without an answer of the user's, the browser does the challenge's work by itself. */
export interface Attempt extends Credentials {
  challenge: ChallengeAnswer | null
}

/** The role chosen last in this browser. */
const ROLE = 'xueshi.role'

export function rememberedRole(): Role {
  return (localStorage.getItem(ROLE) as Role | null) ?? 'LEARNER'
}

/** What was typed last in this tab; kept in memory alone, for coming back after the session ended. */
export const lastLogin = ref('')

/** Somebody with a right one-time password on the way to one of his own: what lets him set it. Never in an address. */
export const newcomer = ref<(Credentials & { token: string }) | null>(null)

export function useLogin(entered: (session: SessionDetail) => unknown): Write<Attempt, SessionDetail> {
  return useWrite(
    async (client, attempt: Attempt) =>
      client.POST('/api/session', { body: { ...attempt, challenge: attempt.challenge ?? (await byWork()) } }),
    {
      done: (session, attempt) => {
        localStorage.setItem(ROLE, attempt.role)
        lastLogin.value = attempt.login
        return entered(session)
      },
    },
  )
}

async function byWork(): Promise<ChallengeAnswer> {
  const challenge = await answer(api.GET('/api/public/challenge'))
  return { token: challenge.token, work: await doWork(challenge.salt, challenge.bits), digits: null }
}

/** The kinds of user under which an account that was refused as another can log in. */
export function rolesTold(problem: Problem): Role[] {
  return problem.is('account.wrong-role') && Array.isArray(problem.facts.roles) ? (problem.facts.roles as Role[]) : []
}
