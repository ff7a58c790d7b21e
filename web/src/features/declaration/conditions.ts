import type { Condition } from '@/api/schema'

/** What somebody has filled in so far, by the codes of the form's fields. */
export type FieldValues = Readonly<Record<string, string>>

/** Whether something is asked, given what was filled in; an empty field never makes anything asked. */
export function holds(condition: Condition | null | undefined, values: FieldValues): boolean {
  if (!condition) {
    return true
  }
  const text = values[condition.field]?.trim() ?? ''
  if (text === '') {
    return false
  }
  const number = Number(text)
  return (
    (condition.in.length === 0 || condition.in.includes(text)) &&
    (condition.above == null || number > condition.above) &&
    (condition.atMost == null || number <= condition.atMost)
  )
}
