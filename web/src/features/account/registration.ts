import { reactive, ref, watch, type Ref } from 'vue'
import { randomUuid } from '@/api/intention'
import type { ApplicationForm, Asked, DocumentType, PersonCategory, ProfileField } from '@/api/schema'
import { required, type Check, type Checks } from '@/lib/form'

/** What somebody fills in to register; what is not filled in yet is empty. */
export interface Filled {
  documentType: DocumentType
  documentNumber: string
  phone: string
  email: string
  landline: string
  name: string
  department: string
  sex: string | null
  birthDate: string | null
  ethnicGroup: string | null
  nativePlace: string | null
  education: string | null
  school: string
  major: string
  graduatedOn: string | null
  titleLevel: string | null
  titleSeries: string | null
  title: string | null
  titleSince: string | null
  photo: string | null
}

/** Where somebody works, and as what. */
export interface Post {
  region: string | null
  employer: { id: number; name: string } | null
  category: PersonCategory | null
}

export function emptyApplication(): Filled {
  return {
    documentType: 'RIC',
    documentNumber: '',
    phone: '',
    email: '',
    landline: '',
    name: '',
    department: '',
    sex: null,
    birthDate: null,
    ethnicGroup: null,
    nativePlace: null,
    education: null,
    school: '',
    major: '',
    graduatedOn: null,
    titleLevel: null,
    titleSeries: null,
    title: null,
    titleSince: null,
    photo: null,
  }
}

/** The property of the form that a field of the pack is filled into. */
export const placeOf: Record<ProfileField, keyof Filled> = {
  SEX: 'sex',
  BIRTH_DATE: 'birthDate',
  ETHNIC_GROUP: 'ethnicGroup',
  NATIVE_PLACE: 'nativePlace',
  LANDLINE: 'landline',
  EDUCATION: 'education',
  MAJOR: 'major',
  SCHOOL: 'school',
  GRADUATED_ON: 'graduatedOn',
  DEPARTMENT: 'department',
  TITLE: 'titleLevel',
  TITLE_SINCE: 'titleSince',
  PHOTO: 'photo',
}

/** GB/T 2261.1, as far as documents tell it. */
export const sexWords: Record<string, string> = { 1: '男', 2: '女' }

/** The checks of the browser; the server has the last word. */
export function applicationChecks(asked: () => readonly Asked[]): Checks<Filled> {
  const demanded = (field: ProfileField): Check<Filled, unknown> => {
    return (value, values) => {
      const one = asked().find((each) => each.field === field)
      const told = (field === 'SEX' || field === 'BIRTH_DATE') && tellsItself(values.documentType)
      return one?.required && !told ? required(`请填写${one.label}`)(value, values) : null
    }
  }
  const profile = Object.fromEntries(
    (Object.keys(placeOf) as ProfileField[]).map((field) => [placeOf[field], demanded(field)]),
  )
  return {
    ...profile,
    documentNumber: (typed, { documentType }) => {
      const number = normalised(typed)
      if (number === '') {
        return '请填写证件号'
      }
      return tellsItself(documentType) && !isIdNumber(number)
        ? '证件号不正确，请核对位数、出生日期和最后一位校验码'
        : null
    },
    phone: (typed) => {
      if (typed.trim() === '') {
        return '请填写手机号'
      }
      return /^(\+?86)?1\d{10}$/.test(typed.replace(/[\s-]/g, '')) ? null : '手机号不正确，请填写11位手机号'
    },
    email: (typed) => {
      if (typed.trim() === '') {
        return '请填写电子邮箱'
      }
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) ? null : '电子邮箱格式不正确'
    },
    name: required('请填写姓名'),
  }
}

export function normalised(number: string): string {
  return number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether this can be a resident's number: its length and its last, checking character (GB 11643). */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) {
    return false
  }
  const sum = WEIGHTS.reduce((so, weight, i) => so + weight * Number(number[i]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** The documents whose numbers tell sex and birth date: then they are shown and never asked. */
const TELLING: readonly DocumentType[] = ['RIC', 'HMRP', 'TWRP', 'FPR18']

export function tellsItself(type: DocumentType): boolean {
  return TELLING.includes(type)
}

/** Sex and birth date, as the document's number tells them; null while it is not filled in rightly, and where it tells nothing. */
export function toldByDocument(values: Pick<Filled, 'documentType' | 'documentNumber'>): {
  sex: string
  birthDate: string
} | null {
  const number = normalised(values.documentNumber)
  if (!tellsItself(values.documentType) || !isIdNumber(number)) {
    return null
  }
  const [, year, month, day] = /^.{6}(\d{4})(\d{2})(\d{2})/.exec(number)!
  return { sex: Number(number[16]) % 2 === 1 ? '1' : '2', birthDate: `${year}-${month}-${day}` }
}

/** As the server takes it: trimmed, what is empty left out. */
export function asApplication(filled: Filled, post: Post): ApplicationForm {
  const told = toldByDocument(filled)
  const texts = Object.fromEntries(
    Object.entries(filled).map(([name, value]) => [name, typeof value === 'string' ? value.trim() || null : value]),
  ) as unknown as Filled
  return {
    ...texts,
    ...(tellsItself(filled.documentType) ? { sex: told?.sex ?? null, birthDate: told?.birthDate ?? null } : {}),
    documentNumber: filled.documentNumber.trim(),
    name: filled.name.trim(),
    phone: filled.phone.trim(),
    email: filled.email.trim(),
    employerId: post.employer!.id,
    category: post.category!,
  }
}

/** The server names a field now by its place in the whole form, now in the application alone. */
export function fieldsOf(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [name.replace(/^application\./, ''), message]),
  )
}

const DRAFT = 'xueshi.registration'

interface Draft {
  filled: Filled
  post: Post
  uploadToken: string
}

/** By these somebody is known or called: they are not kept, since the computer may be anybody's. */
const NEVER_KEPT: readonly (keyof Filled)[] = ['documentNumber', 'phone', 'landline']

/**
 * The registration of this tab. What was filled in outlives a reload, but not the tab. Numbers and the password are never kept.
 */
export function useDraft(): { draft: Draft; restored: Ref<boolean>; forget(): void } {
  const fresh = (): Draft => ({
    filled: emptyApplication(),
    post: { region: null, employer: null, category: null },
    uploadToken: randomUuid(),
  })
  const kept = read()
  const draft = reactive(kept ?? fresh())
  const restored = ref(kept !== null)
  let forgotten = false
  watch(draft, (now) => !forgotten && sessionStorage.setItem(DRAFT, JSON.stringify(keepable(now))), { deep: true })

  function forget() {
    forgotten = true
    sessionStorage.removeItem(DRAFT)
  }
  return { draft, restored, forget }
}

function keepable(draft: Draft): Draft {
  const blank = Object.fromEntries(NEVER_KEPT.map((name) => [name, '']))
  return { ...draft, filled: { ...draft.filled, ...blank } }
}

function read(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null') as Draft | null
  } catch {
    return null
  }
}
