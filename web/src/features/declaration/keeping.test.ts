import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import type { DeclarationForm } from '@/api/schema'
import { within } from '@/testing/mount'
import { json, refusal, serve } from '@/testing/server'
import { useKeeping, type Saved } from './keeping'

const EMPTY: DeclarationForm = {
  scheme: 'henan',
  year: 2026,
  subject: 'SPECIAL',
  form: 'BASE',
  fields: {},
  claimedHours: null,
  evidence: [],
  version: null,
}

/** A page on which somebody types, and what it asked of the server. */
function typing(respond: (request: Request) => Response | Promise<Response>, saved: Saved | null = null) {
  const typed = reactive({ title: '', byItself: true, known: true })
  const asked = serve(respond)
  const keeping = within(() =>
    useKeeping({
      content: () => (typed.known ? { ...EMPTY, fields: { title: typed.title } } : null),
      byItself: () => typed.byItself && typed.title !== '',
      saved,
    }),
  )
  return { typed, asked, keeping }
}

/** Stores as the server does: each change of a draft makes another version of it. */
function drafts() {
  let version = 0
  return () => json({ id: 7, version: version++ })
}

async function pass(seconds: number) {
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  await flushPromises()
}

const shown = async (asked: Request[]) =>
  Promise.all(
    asked.map(async (one) => {
      const body = (await one.clone().json()) as DeclarationForm
      return `${one.method} ${new URL(one.url).pathname} ${body.fields.title} ${body.version}`
    }),
  )

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('keeping a draft', () => {
  it('stores nothing when a page is merely opened', async () => {
    const { asked, typed } = typing(drafts())
    await pass(60)
    typed.byItself = false
    typed.title = '研修班'
    await pass(60)
    expect(asked).toHaveLength(0)
  })

  it('makes one draft some seconds after the last change, and changes that one afterwards', async () => {
    const { asked, typed, keeping } = typing(drafts())
    typed.title = '研'
    await pass(2)
    typed.title = '研修班'
    await pass(2)
    expect(asked).toHaveLength(0)
    expect(keeping.current).toBe(false)
    await pass(2)
    expect(keeping.current).toBe(true)
    expect(keeping.keptAt).not.toBeNull()
    typed.title = '研修班二'
    await pass(4)
    expect(await shown(asked)).toEqual(['POST /api/declarations 研修班 null', 'PUT /api/declarations/7 研修班二 0'])
    expect(keeping.saved).toEqual({ id: 7, version: 1 })
  })

  it('does not wait for ever while somebody types on', async () => {
    const { asked, typed } = typing(drafts())
    for (let i = 0; i < 12; i++) {
      typed.title += '长'
      await pass(2)
    }
    expect(asked).toHaveLength(1)
  })

  it('makes no second draft when the button meets it', async () => {
    let answer!: (response: Response) => void
    const later = new Promise<Response>((resolve) => (answer = resolve))
    const server = drafts()
    let first = true
    const { asked, typed, keeping } = typing(() => {
      const slow = first
      first = false
      return slow ? later : server()
    })
    typed.title = '研修班'
    await pass(4)
    typed.title = '研修班二'
    const pressed = keeping.save()
    await pass(0)
    expect(asked).toHaveLength(1)
    answer(server())
    await flushPromises()
    expect(await pressed).toEqual({ id: 7, version: 1 })
    await pass(60)
    expect(await shown(asked)).toEqual(['POST /api/declarations 研修班 null', 'PUT /api/declarations/7 研修班二 0'])
  })

  it('asks nothing of the server when the button finds everything stored', async () => {
    const { asked, typed, keeping } = typing(drafts())
    typed.title = '研修班'
    await pass(4)
    expect(await keeping.save()).toEqual({ id: 7, version: 0 })
    expect(asked).toHaveLength(1)
  })

  it('repeats what was never answered as it was, before it sends anything else', async () => {
    const server = drafts()
    let broken = true
    const { asked, typed, keeping } = typing(() => {
      if (broken) {
        throw new TypeError('Failed to fetch')
      }
      return server()
    })
    typed.title = '研修班'
    await pass(4)
    expect(keeping.hindrance?.unanswered).toBe(true)
    broken = false
    typed.title = '研修班二'
    await pass(4)
    expect(await shown(asked)).toEqual([
      'POST /api/declarations 研修班 null',
      'POST /api/declarations 研修班 null',
      'PUT /api/declarations/7 研修班二 0',
    ])
    const keys = asked.map((one) => one.headers.get('Idempotency-Key'))
    expect(keys[1]).toBe(keys[0])
    expect(keeping.hindrance).toBeNull()
  })

  it('tries again by itself after the connection broke', async () => {
    const server = drafts()
    let broken = true
    const { asked, typed, keeping } = typing(() => {
      if (broken) {
        throw new TypeError('Failed to fetch')
      }
      return server()
    })
    typed.title = '研修班'
    await pass(4)
    broken = false
    await pass(20)
    expect(asked).toHaveLength(2)
    expect(keeping.current).toBe(true)
  })

  it('stops when the draft was changed elsewhere', async () => {
    const { asked, typed, keeping } = typing(() => refusal(409, 'platform.stale'), { id: 7, version: 3 })
    typed.title = '研修班'
    await pass(4)
    expect(keeping.stopped).toBe(true)
    typed.title = '研修班二'
    await pass(60)
    expect(asked).toHaveLength(1)
    expect(await keeping.keep()).toBe(false)
  })

  it('says what is not right yet, and tries again with the next change only', async () => {
    const answers = [refusal(400, 'platform.invalid', { detail: '内容有误' }), json({ id: 7, version: 0 })]
    const { asked, typed, keeping } = typing(() => answers.shift()!)
    typed.title = '研'
    await pass(60)
    expect(asked).toHaveLength(1)
    expect(keeping.hindrance?.detail).toBe('内容有误')
    expect(keeping.problem).toBeNull()
    typed.title = '研修班'
    await pass(4)
    expect(keeping.hindrance).toBeNull()
    expect(keeping.current).toBe(true)
  })

  it('waits until it is known what is claimed', async () => {
    const { asked, typed, keeping } = typing(drafts())
    typed.known = false
    typed.title = '研修班'
    await pass(60)
    expect(asked).toHaveLength(0)
    expect(keeping.current).toBe(false)
  })
})
