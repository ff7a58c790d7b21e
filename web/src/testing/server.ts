import { vi } from 'vitest'

/** Stands in for the network in tests: answers each request by a function, and remembers what was asked. */
export function serve(respond: (request: Request) => Response | Promise<Response>): Request[] {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.clone())
    return respond(request)
  })
  return asked
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

export function refusal(status: number, code: string, more: object = {}): Response {
  const body = {
    type: '',
    title: '标题',
    status,
    detail: '说明',
    code,
    request: 'abcd',
    facts: {},
    errors: [],
    ...more,
  }
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } })
}
