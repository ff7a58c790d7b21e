import { solve } from './solve'

self.onmessage = (message: MessageEvent<{ salt: string; bits: number }>) => {
  self.postMessage(solve(message.data.salt, message.data.bits))
}
