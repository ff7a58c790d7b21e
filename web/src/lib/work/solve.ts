import { sha256 } from './sha256'

const text = new TextEncoder()

/** Whether a hash begins with so many zero bits. */
export function beginsWithZeros(hash: Uint32Array, bits: number): boolean {
  const whole = Math.floor(bits / 32)
  for (let i = 0; i < whole; i++) {
    if (hash[i] !== 0) {
      return false
    }
  }
  const rest = bits % 32
  return rest === 0 || hash[whole]! >>> (32 - rest) === 0
}

/** The smallest number n for which SHA-256 of `salt:n` begins with so many zero bits. */
export function solve(salt: string, bits: number): string {
  for (let n = 0; ; n++) {
    if (beginsWithZeros(sha256(text.encode(`${salt}:${n}`)), bits)) {
      return String(n)
    }
  }
}
