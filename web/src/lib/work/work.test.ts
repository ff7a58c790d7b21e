import { describe, expect, it } from 'vitest'
import { hex, sha256 } from './sha256'
import { beginsWithZeros, solve } from './solve'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('agrees with the published vectors', (message, expected) => {
    expect(hex(sha256(bytes(message)))).toBe(expected)
  })

  it('agrees with the browser at every length around a block', async () => {
    for (let length = 50; length < 70; length++) {
      const message = bytes('学'.repeat(20)).slice(0, length)
      const own = new Uint8Array(await crypto.subtle.digest('SHA-256', message))
      expect(hex(sha256(message))).toBe(Array.from(own, (b) => b.toString(16).padStart(2, '0')).join(''))
    }
  })
})

describe('the work of a challenge', () => {
  it('finds a number whose hash begins with enough zero bits', () => {
    const found = solve('00112233445566778899aabbccddeeff', 12)
    expect(hex(sha256(bytes(`00112233445566778899aabbccddeeff:${found}`)))).toMatch(/^000/)
  })

  it('counts bits, not hexadecimal digits', () => {
    expect(beginsWithZeros(new Uint32Array([0x0001ffff]), 15)).toBe(true)
    expect(beginsWithZeros(new Uint32Array([0x0001ffff]), 16)).toBe(false)
    expect(beginsWithZeros(new Uint32Array([0, 0x7fffffff]), 33)).toBe(true)
    expect(beginsWithZeros(new Uint32Array([0, 0xffffffff]), 33)).toBe(false)
  })
})
