import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { within } from '@/testing/mount'
import { json, refusal, serve } from '@/testing/server'
import { onSessionEnded } from './client'
import { queries, useRead } from './queries'
import { chooseWorkspace } from './workspace'
import { useWrite } from './writes'

const KEY = 'Idempotency-Key'

/** 撤回, as an example of something that must happen once. */
function revoking() {
  return within(() =>
    useWrite((api, reason: string) =>
      api.POST('/api/certificates/{id}/revocation', { params: { path: { id: 7 } }, body: { reason } }),
    ),
  )
}

beforeEach(() => queries.clear())
afterEach(() => vi.unstubAllGlobals())

describe('a write', () => {
  it('keeps its key when the connection broke, and changes it after success', async () => {
    let broken = true
    const asked = serve(() => {
      if (broken) {
        throw new TypeError('Failed to fetch')
      }
      return json(null)
    })
    const write = revoking()
    await write.run('重复')
    expect(write.problem?.detail).toBe('网络连接中断，内容已保留，请重试')
    expect(write.problem?.unanswered).toBe(true)
    broken = false
    await write.again()
    expect(write.problem).toBeNull()
    await write.run('重复')
    const keys = asked.map((request) => request.headers.get(KEY))
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('keeps its key when the server failed, and changes it when the server refused', async () => {
    const answers = [
      refusal(503, 'platform.busy'),
      new Response('<html>', { status: 502 }),
      refusal(422, 'x.y'),
      json(null),
    ]
    const asked = serve(() => answers.shift()!)
    const write = revoking()
    for (let i = 0; i < 4; i++) {
      await write.run('重复')
    }
    const keys = asked.map((request) => request.headers.get(KEY))
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
    expect(keys[3]).not.toBe(keys[0])
  })

  it('changes its key when what is sent changes', async () => {
    const asked = serve(() => refusal(503, 'platform.busy'))
    const write = revoking()
    await write.run('重复')
    await write.run('有误')
    expect(asked[1]!.headers.get(KEY)).not.toBe(asked[0]!.headers.get(KEY))
  })

  it('is sent once when its button is clicked twice', async () => {
    const asked = serve(() => json(null))
    const write = revoking()
    const first = write.run('重复')
    expect(write.busy).toBe(true)
    await Promise.all([first, write.run('重复')])
    expect(asked).toHaveLength(1)
  })

  it('tells what the server refuses: its words, its fields, how long to wait', async () => {
    serve(() =>
      refusal(429, 'platform.too-many', {
        title: '操作过于频繁',
        facts: { seconds: 40 },
        errors: [{ field: 'reason', message: '请填写理由' }],
      }),
    )
    const write = revoking()
    await write.run('')
    expect(write.problem).toMatchObject({
      status: 429,
      title: '操作过于频繁',
      wait: 40,
      request: 'abcd',
      fields: { reason: '请填写理由' },
    })
  })

  it('has what it changed read again', async () => {
    const asked = serve((request) => (request.method === 'GET' ? json([]) : json(null)))
    const { write, list } = within(() => ({
      list: useRead('/api/me/sessions'),
      write: useWrite((api, id: string) => api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }), {
        refreshes: ['/api/me/sessions'],
      }),
    }))
    await flushPromises()
    expect(list.data).toEqual([])
    await write.run('a')
    await flushPromises()
    expect(asked.map((request) => request.method)).toEqual(['GET', 'DELETE', 'GET'])
  })
})

describe('every request', () => {
  it('names the chosen workspace', async () => {
    chooseWorkspace('17')
    const asked = serve(() => json(null))
    await revoking().run('重复')
    chooseWorkspace(null)
    expect(asked[0]!.headers.get('Xueshi-Workspace')).toBe('17')
  })

  it('tells when nobody is logged in any more, but not when a password was wrong', async () => {
    const ended = vi.fn()
    const stop = onSessionEnded(ended)
    const answers = [refusal(401, 'account.wrong-password'), refusal(401, 'platform.not-logged-in')]
    serve(() => answers.shift()!)
    const write = revoking()
    await write.run('重复')
    expect(ended).not.toHaveBeenCalled()
    await write.run('重复')
    expect(ended).toHaveBeenCalledOnce()
    stop()
  })
})
