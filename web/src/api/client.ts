import createClient, { type Client, type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { paths } from './schema'
import { workspaceKey } from './workspace'

export type Api = Client<paths>

/** What openapi-fetch hands back; the middleware below has already thrown where there is no data. */
type Answer<T> = { data?: T; error?: unknown; response: Response }

const PATIENCE = 30_000

const sessionEndedListeners = new Set<() => void>()

/** Calls when a request was refused because nobody is logged in any more. */
export function onSessionEnded(listener: () => void): () => void {
  sessionEndedListeners.add(listener)
  return () => sessionEndedListeners.delete(listener)
}

/** The response as it is, or thrown as a {@link Problem}. */
export async function admitted(response: Response): Promise<Response> {
  if (response.ok) {
    return response
  }
  const problem = await Problem.of(response)
  if (problem.is('platform.not-logged-in')) {
    sessionEndedListeners.forEach((listener) => listener())
  }
  throw problem
}

/** Fetches, and gives up after half a minute. Looked up at each call, so that tests can replace the browser's fetch. */
export async function patientFetch(request: Request): Promise<Response> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), PATIENCE)
  const cancelled = () => giveUp.abort()
  request.signal.addEventListener('abort', cancelled)
  try {
    return await globalThis.fetch(request, { signal: giveUp.signal })
  } catch (failed) {
    throw request.signal.aborted ? failed : Problem.unreachable()
  } finally {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', cancelled)
  }
}

const gate: Middleware = {
  onRequest({ request }) {
    if (workspaceKey.value !== null) {
      request.headers.set('Xueshi-Workspace', workspaceKey.value)
    }
    return request
  },
  onResponse({ response }) {
    return admitted(response)
  },
}

function client(headers: Record<string, string>): Api {
  const made = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: patientFetch, headers })
  made.use(gate)
  return made
}

/** For reading. Writes go through `useWrite`, which gives each intention its key. */
export const api = client({})

/** A client whose writes carry this key: repeated with the same key, a write happens once. */
export function apiWithKey(key: string): Api {
  return client({ 'Idempotency-Key': key })
}

/** The data of an answer. Whatever goes wrong is thrown as a {@link Problem}, except that the asker cancelled. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  try {
    return (await call).data as T
  } catch (failed) {
    if (failed instanceof Problem || (failed instanceof DOMException && failed.name === 'AbortError')) {
      throw failed
    }
    // The connection broke while the answer was read.
    throw Problem.unreachable()
  }
}
