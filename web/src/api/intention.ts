import type { Problem } from './problem'

/**
 * What somebody wants to have done once. Its key stays while the same is tried again and nobody knows whether it happened; it
 * changes when what is sent changes, and when the server has answered.
 */
export class Intention {
  private pending: { key: string; content: string } | null = null

  /** The key under which to send this. */
  keyFor(content: unknown): string {
    const written = JSON.stringify(content, asText) ?? ''
    if (this.pending?.content !== written) {
      this.pending = { key: randomUuid(), content: written }
    }
    return this.pending.key
  }

  /** It happened. */
  succeeded(): void {
    this.pending = null
  }

  /** It did not happen, or nobody knows: only then the key is kept for another try. */
  failed(problem: Problem): void {
    if (!problem.passing) {
      this.pending = null
    }
  }
}

function asText(_name: string, value: unknown): unknown {
  return value instanceof File ? [value.name, value.size, value.lastModified] : value
}

/** A random UUID, also where `crypto.randomUUID` is missing: it exists on encrypted connections only. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
