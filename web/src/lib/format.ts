/** How times, hours and sizes are written, everywhere the same. What is absent is written as a dash. */

type Absent = null | undefined

export const ABSENT = '—'

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as `2026-11-22 14:05`, whatever the machine's time zone is. */
export function dateTime(instant: string | number | Date | Absent): string {
  if (instant == null) {
    return ABSENT
  }
  const parts = Object.fromEntries(SHANGHAI.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`
}

/** The time of an instant alone: `14:05`. */
export function timeOfDay(instant: string | number | Date | Absent): string {
  return instant == null ? ABSENT : dateTime(instant).slice(11)
}

/** A day as `2026-11-22`: of a local date as it is, of an instant in Shanghai. */
export function date(value: string | number | Date | Absent): string {
  if (value == null) {
    return ABSENT
  }
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : dateTime(value).slice(0, 10)
}

/** `2026-11-20 至 2026-11-22`; one day alone where both are the same. */
export function period(from: string | Absent, to: string | Absent): string {
  if (from == null && to == null) {
    return ABSENT
  }
  if (from == null || to == null || from === to) {
    return date(from ?? to)
  }
  return `${date(from)} 至 ${date(to)}`
}

/** The figure alone, for columns whose head names the unit: `45.5`, `45`. */
export function figure(value: number | Absent): string {
  return value == null ? ABSENT : value.toLocaleString('en-US', { maximumFractionDigits: 1 })
}

/** `45.5 学时`. */
export function hours(value: number | Absent): string {
  return value == null ? ABSENT : `${figure(value)} 学时`
}

/** The largest fitting unit of a span: `3 天`, `5 小时`, `12 分钟`; under a minute `不到 1 分钟`. */
export function span(seconds: number): string {
  if (seconds >= 86_400) {
    return `${Math.floor(seconds / 86_400)} 天`
  }
  if (seconds >= 3_600) {
    return `${Math.floor(seconds / 3_600)} 小时`
  }
  return seconds >= 60 ? `${Math.floor(seconds / 60)} 分钟` : '不到 1 分钟'
}

/** `已等待 3 天`. */
export function waited(since: string | Absent, now: number = Date.now()): string {
  if (since == null) {
    return ABSENT
  }
  const seconds = (now - Date.parse(since)) / 1000
  return seconds < 60 ? '已等待不到 1 分钟' : `已等待 ${span(seconds)}`
}

/** How many seconds are left, for a button or a sentence: `45 秒`, `2 分 05 秒`. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  return left < 60 ? `${left} 秒` : `${Math.floor(left / 60)} 分 ${String(left % 60).padStart(2, '0')} 秒`
}

/** How many a list holds; counting stops somewhere: `1,234`, `10,000+`. */
export function total(page: { total: number; more: boolean }): string {
  return page.total.toLocaleString('en-US') + (page.more ? '+' : '')
}

/** `3.2 MB`, `640 KB`. */
export function fileSize(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`
}
