import { computed, reactive, ref, watch } from 'vue'
import { useRead } from '@/api/queries'
import type { ChallengeAnswer, RegisterForm } from '@/api/schema'
import { useWrite } from '@/api/writes'
import { passwordCheck, useForm } from '@/lib/form'
import { applicationChecks, asApplication, emptyApplication, fieldsOf, useDraft } from './registration'

export const STEPS = ['选择所在区域', '填写注册信息', '核对信息', '注册成功']

/** A registration on its way through the steps: what was filled in, what is asked for, and the sending of it. */
export function useRegistering() {
  const { draft, restored, forget } = useDraft()
  const step = ref(0)
  /** Whether any step was taken: then the heading of the next one takes the focus. */
  const moved = ref(false)
  const photoAddress = ref<string | null>(null)

  const rule = useRead(
    '/api/public/registration-form',
    () => ({
      query: {
        employerId: draft.post.employer?.id ?? 0,
        category: draft.post.category ?? 'PROFESSIONAL',
        ...(draft.filled.titleLevel ? { titleLevel: draft.filled.titleLevel } : {}),
      },
    }),
    { enabled: () => draft.post.employer !== null && draft.post.category !== null, keep: true },
  )
  const asked = computed(() => rule.data?.fields ?? [])

  const form = useForm(
    draft.filled,
    applicationChecks(() => asked.value),
  )
  watch(
    () => form.values,
    (now) => Object.assign(draft.filled, now),
    { deep: true },
  )

  const secret = useForm(
    { existingUser: false, password: '', repeated: '' },
    {
      password: (password, { existingUser }) =>
        existingUser ? (password ? null : '请输入您的登录密码') : passwordCheck(password),
      repeated: (repeated, { existingUser, password }) =>
        existingUser || repeated === password ? null : '两次输入的密码不一致',
    },
  )

  const register = useWrite((api, body: RegisterForm) => api.POST('/api/public/registrations', { body }), {
    done: () => {
      forget()
      go(3)
    },
    refused: (problem) => {
      const fields = fieldsOf(problem.fields)
      form.take({ fields })
      if (problem.is('account.weak-password')) {
        secret.take({ fields: { password: problem.detail } })
      }
      if (Object.keys(fields).some((name) => name !== 'challenge') || problem.is('account.weak-password')) {
        go(1)
      }
    },
  })

  function go(to: number) {
    step.value = to
    moved.value = true
    globalThis.scrollTo({ top: 0 })
  }

  function send(challenge: ChallengeAnswer) {
    return register.run({
      application: asApplication(form.values, draft.post),
      existingUser: secret.values.existingUser,
      password: secret.values.password,
      uploadToken: draft.uploadToken,
      challenge,
    })
  }

  function startAnew() {
    form.reset(emptyApplication())
    secret.reset()
    Object.assign(draft.post, { region: null, employer: null, category: null })
    photoAddress.value = null
    restored.value = false
    go(0)
  }

  function showPhoto(address: string | null) {
    photoAddress.value = address
  }

  return reactive({
    step,
    moved,
    draft,
    restored,
    photoAddress,
    rule,
    asked,
    form,
    secret,
    register,
    go,
    send,
    showPhoto,
    startAnew,
  })
}

export type Registering = ReturnType<typeof useRegistering>
