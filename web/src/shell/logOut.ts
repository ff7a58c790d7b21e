import type { Router } from 'vue-router'
import { answer, apiWithKey } from '@/api/client'
import { randomUuid } from '@/api/intention'
import { Problem } from '@/api/problem'
import { confirmed } from '@/ui/confirm'
import { useSession } from './session'

/** 退出. Where it cannot be told to the server, the user is told, since others may use this computer after him. */
export async function logOut(router: Router): Promise<void> {
  const session = useSession()
  try {
    await answer(apiWithKey(randomUuid()).DELETE('/api/session'))
  } catch (failed) {
    const over = failed instanceof Problem && failed.is('platform.not-logged-in')
    if (!over) {
      if (await confirmed('网络连接中断，尚未退出登录。', '重试', '未能退出')) {
        await logOut(router)
      }
      return
    }
  }
  session.forget()
  await router.push('/')
}
