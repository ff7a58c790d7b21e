import { describe, expect, it } from 'vitest'
import { legalStatus, sourcesOf } from './tables'

describe('reference data', () => {
  it('sources are counted, the most frequent first', () => {
    expect(sourcesOf([{ source: 'a' }, { source: 'b' }, { source: 'b' }, { source: null }])).toEqual([
      { source: 'b', count: 2 },
      { source: 'a', count: 1 },
    ])
  })

  it('a status it does not know is not guessed', () => {
    expect(legalStatus('verbatim')).toBe('VERBATIM')
    expect(legalStatus('rumoured')).toBeNull()
  })
})
