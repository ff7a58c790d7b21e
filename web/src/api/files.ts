import { admitted, patientFetch } from './client'
import { Problem } from './problem'
import type { StoredFile } from './schema'
import { workspaceKey } from './workspace'

export interface Upload {
  file: File
  /** Stays the same when the same file is sent again. */
  key: string
  /** Where to; the usual place is for whoever is logged in. */
  path?: string
  /** From 0 to 1. */
  progress?: (done: number) => void
  signal?: AbortSignal
}

/** Sends a file. By XMLHttpRequest, since fetch does not tell how far it is. */
export function upload({ file, key, path = '/api/files', progress, signal }: Upload): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Idempotency-Key', key)
    if (workspaceKey.value !== null) {
      request.setRequestHeader('Xueshi-Workspace', workspaceKey.value)
    }
    request.upload.onprogress = (event) => event.lengthComputable && progress?.(event.loaded / event.total)
    request.onerror = request.ontimeout = () => reject(Problem.unreachable())
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'))
    request.onload = () => {
      admitted(asResponse(request))
        .then((response) => response.json() as Promise<StoredFile>)
        .then(resolve, reject)
    }
    signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}

function asResponse(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['X-Request-Id', 'Retry-After']) {
    const value = request.getResponseHeader(name)
    if (value !== null) {
      headers.set(name, value)
    }
  }
  return new Response(request.responseText, { status: request.status, headers })
}

/** Fetches a file that only the logged in may see: a plain image address would not carry the chosen workspace. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const headers: Record<string, string> = workspaceKey.value === null ? {} : { 'Xueshi-Workspace': workspaceKey.value }
  const request = new Request(new URL(path, globalThis.location.origin), { headers, signal: signal ?? null })
  const response = await admitted(await patientFetch(request))
  return response.blob()
}

/** The address of a document that the browser opens or downloads by itself; it names the workspace, since it sends no header. */
export function documentAddress(path: string): string {
  if (workspaceKey.value === null) {
    return path
  }
  return `${path}${path.includes('?') ? '&' : '?'}workspace=${encodeURIComponent(workspaceKey.value)}`
}
