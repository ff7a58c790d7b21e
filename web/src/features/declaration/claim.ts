import { computed, reactive, watch } from 'vue'
import type {
  DeclarationDetail,
  DeclarationForm,
  Evidence,
  OfferedForm,
  OfferedScheme,
  OfferedSubject,
} from '@/api/schema'
import { required, useForm, type Form } from '@/lib/form'
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

/** A claim that is being filled in: the form, and what the choices made so far offer. */
export interface Claiming {
  readonly form: Form<Typed>
  readonly scheme: OfferedScheme | undefined
  readonly subject: OfferedSubject | undefined
  /** The learning forms of the chosen subject. */
  readonly offered: readonly OfferedForm[]
  readonly chosen: OfferedForm | undefined
  /** As the server takes it; null until it is known what is claimed. */
  readonly content: DeclarationForm | null
  /** Whether anything was filled in that would be a pity to lose: choices alone are made again at once. */
  readonly begun: boolean
}

export function useClaim(schemes: readonly OfferedScheme[], start: Typed): Claiming {
  const form = useForm(start, {
    scheme: required('请选择培训制度'),
    subject: required('请选择计入科目'),
    form: required('请选择学习形式'),
    year: required('请选择计入年度'),
    claimedHours: (typed) =>
      typed.trim() !== '' && !/^\d+(\.\d)?$/.test(typed.trim()) ? '申请学时应大于0，最多一位小数' : null,
  })
  const typed = form.values
  const scheme = computed(() => schemes.find((one) => one.scheme === typed.scheme))
  const subject = computed(() => scheme.value?.subjects.find((one) => one.code === typed.subject))
  const offered = computed(() => scheme.value?.forms.filter((one) => subject.value?.forms.includes(one.code)) ?? [])
  const chosen = computed(() => offered.value.find((one) => one.code === typed.form))

  // What is chosen higher up decides what there is to choose below.
  watch(scheme, (now) => {
    typed.subject = now?.subjects.length === 1 ? now.subjects[0]!.code : ''
    typed.year = now?.years[0]
  })
  watch(offered, (now) => {
    if (!now.some((one) => one.code === typed.form)) {
      typed.form = now.length === 1 ? now[0]!.code : ''
    }
  })
  watch(chosen, (now, before) => {
    if (before && now?.code !== before.code) {
      typed.claimedHours = ''
    }
  })

  return reactive({
    form,
    scheme,
    subject,
    offered,
    chosen,
    content: computed(() => (chosen.value && typed.year ? asForm(typed, chosen.value, null) : null)),
    begun: computed(() => typed.evidence.length > 0 || Object.values(typed.fields).some((text) => text.trim() !== '')),
  }) as unknown as Claiming
}
