import { describe, expect, it } from 'vitest'
import { countdown, date, dateTime, figure, fileSize, hours, period, span, total, waited } from './format'

describe('times', () => {
  it('are told in Shanghai, whatever the machine thinks', () => {
    expect(dateTime('2026-11-22T06:05:59Z')).toBe('2026-11-22 14:05')
    expect(dateTime('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00')
  })

  it('keep a local date as it is', () => {
    expect(date('2026-01-01')).toBe('2026-01-01')
    expect(date('2025-12-31T17:00:00Z')).toBe('2026-01-01')
  })

  it('name a period by its ends, and a single day once', () => {
    expect(period('2026-11-20', '2026-11-22')).toBe('2026-11-20 至 2026-11-22')
    expect(period('2026-11-20', '2026-11-20')).toBe('2026-11-20')
    expect(period('2026-11-20', null)).toBe('2026-11-20')
    expect(period(null, undefined)).toBe('—')
  })

  it('say how long something has waited', () => {
    const now = Date.parse('2026-11-22T00:00:00Z')
    expect(waited('2026-11-18T23:00:00Z', now)).toBe('已等待 3 天')
    expect(waited('2026-11-21T18:59:00Z', now)).toBe('已等待 5 小时')
    expect(waited('2026-11-22T00:00:05Z', now)).toBe('已等待不到 1 分钟')
    expect(span(720)).toBe('12 分钟')
  })

  it('count down', () => {
    expect(countdown(45)).toBe('45 秒')
    expect(countdown(125)).toBe('2 分 05 秒')
    expect(countdown(-1)).toBe('0 秒')
  })
})

describe('figures', () => {
  it('show hours with one decimal where there is one', () => {
    expect(hours(45.5)).toBe('45.5 学时')
    expect(hours(45)).toBe('45 学时')
    expect(hours(0)).toBe('0 学时')
    expect(hours(null)).toBe('—')
    expect(figure(1234.5)).toBe('1,234.5')
  })

  it('say where counting stopped', () => {
    expect(total({ total: 10_000, more: true })).toBe('10,000+')
    expect(total({ total: 1_234, more: false })).toBe('1,234')
  })

  it('name file sizes', () => {
    expect(fileSize(3_200_000)).toBe('3.2 MB')
    expect(fileSize(640_000)).toBe('640 KB')
    expect(fileSize(10)).toBe('1 KB')
  })
})
