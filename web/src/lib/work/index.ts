import { solve } from './solve'

/** Solves a challenge's work beside the page, so that typing goes on meanwhile; on the page itself where there are no workers. */
export function doWork(salt: string, bits: number): Promise<string> {
  if (typeof Worker === 'undefined') {
    return Promise.resolve(solve(salt, bits))
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = (message: MessageEvent<string>) => {
      resolve(message.data)
      worker.terminate()
    }
    worker.onerror = () => {
      worker.terminate()
      reject(new Error('The worker could not be started'))
    }
    worker.postMessage({ salt, bits })
  })
}
