import type { DeclarationDetail, DeclarationForm, Evidence, OfferedForm, OfferedScheme } from '@/api/schema'
import { holds } from './conditions'

/** A declaration while it is being filled in; the hours are still text. */
export interface Typed {
  scheme: string
  subject: string
  form: string
  year: number | undefined
  fields: Record<string, string>
  claimedHours: string
  evidence: Evidence[]
}

/** What a new declaration begins with: what was asked for, and whatever leaves no choice. */
export function beginning(schemes: readonly OfferedScheme[], wanted: Partial<Record<string, unknown>>): Typed {
  const scheme = schemes.find((one) => one.scheme === wanted.scheme) ?? (schemes.length === 1 ? schemes[0] : undefined)
  const subjects = scheme?.subjects ?? []
  const subject =
    subjects.find((one) => one.code === wanted.subject) ?? (subjects.length === 1 ? subjects[0] : undefined)
  return {
    scheme: scheme?.scheme ?? '',
    subject: subject?.code ?? '',
    form: subject?.forms.length === 1 ? subject.forms[0]! : '',
    year: scheme?.years[0],
    fields: {},
    claimedHours: '',
    evidence: [],
  }
}

export function asTyped(draft: DeclarationDetail): Typed {
  return {
    scheme: draft.scheme,
    subject: draft.subject,
    form: draft.form,
    year: draft.year,
    fields: { ...draft.fields },
    claimedHours: draft.claimedHours == null ? '' : String(draft.claimedHours),
    evidence: draft.evidence.map(({ slot, fileId, note }) => ({ slot, fileId, note: note ?? null })),
  }
}

/** As the server takes it: without what the form does not ask any more. */
export function asForm(typed: Typed, form: OfferedForm, version: number | null): DeclarationForm {
  const asked = form.fields.filter((field) => holds(field.when, typed.fields)).map((field) => field.code)
  const hours = typed.claimedHours.trim()
  return {
    scheme: typed.scheme,
    subject: typed.subject,
    form: typed.form,
    year: typed.year!,
    fields: Object.fromEntries(
      asked.map((code) => [code, typed.fields[code]?.trim() ?? '']).filter(([, text]) => text !== ''),
    ),
    claimedHours: hours === '' || Number.isNaN(Number(hours)) ? null : Number(hours),
    evidence: typed.evidence.filter((one) => form.evidence.slots.some((slot) => slot.code === one.slot)),
    version,
  }
}
