import type { ProblemBody } from './schema'

const UNREACHABLE = {
  code: 'web.unreachable',
  title: '网络连接中断',
  detail: '网络连接中断，内容已保留，请重试',
}
const NO_ANSWER = {
  code: 'web.no-answer',
  title: '平台暂时没有响应',
  detail: '平台可能正在维护，内容已保留，请稍后重试。',
}

/** Why a request was not answered as asked: refused by the server in its words, or never answered at all. */
export class Problem extends Error {
  override readonly name = 'Problem'

  private constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    /** The problem's key, `declaration.wrong-state`: what programs compare. */
    readonly code: string,
    /** What happened. */
    readonly title: string,
    /** What happened here, and what would make it possible. */
    readonly detail: string,
    readonly facts: Readonly<Record<string, unknown>>,
    /** What is wrong with single fields of the form, by their paths. */
    readonly fields: Readonly<Record<string, string>>,
    /** The number under which support finds the request. */
    readonly request: string | null,
    /** How many seconds to wait before trying again. */
    readonly wait: number | null,
  ) {
    super(`${code}: ${detail}`)
  }

  /** What a response refuses. */
  static async of(response: Response): Promise<Problem> {
    const request = response.headers.get('X-Request-Id')
    const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
    const wait = Number.isFinite(retryAfter) ? retryAfter : null
    const body = await bodyOf(response)
    if (!body) {
      // A gateway or a proxy answered in the server's place.
      return new Problem(response.status, NO_ANSWER.code, NO_ANSWER.title, NO_ANSWER.detail, {}, {}, request, wait)
    }
    const fields = Object.fromEntries((body.errors ?? []).map((error) => [error.field, error.message]))
    const told = typeof body.facts?.seconds === 'number' ? body.facts.seconds : null
    return new Problem(
      response.status,
      body.code,
      body.title,
      body.detail,
      body.facts ?? {},
      fields,
      body.request ?? request,
      wait ?? told,
    )
  }

  /** No answer came: the network broke, or it took too long. */
  static unreachable(): Problem {
    return new Problem(0, UNREACHABLE.code, UNREACHABLE.title, UNREACHABLE.detail, {}, {}, null, null)
  }

  is(code: string): boolean {
    return this.code === code
  }

  /** Whether the same may work a little later, unchanged. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500
  }

  /** Whether nobody knows what became of the request: no answer, or none of the server's own. */
  get unanswered(): boolean {
    return this.status === 0 || this.code === NO_ANSWER.code
  }
}

async function bodyOf(response: Response): Promise<ProblemBody | null> {
  try {
    const body = (await response.json()) as Partial<ProblemBody>
    return typeof body.code === 'string' && typeof body.detail === 'string' ? (body as ProblemBody) : null
  } catch {
    return null
  }
}
