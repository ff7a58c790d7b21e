import type {
  DocumentType,
  LegalStatus,
  OrganizationKind,
  OrganizationNature,
  PersonCategory,
  Role,
  StepOutcome,
  YearResult,
  YearRow,
} from '@/api/schema'
import type { States, Words } from '@/lib/words'

/** Words that several features use; each feature keeps the words of its own states in its `labels.ts`. */

export const roleWords: Words<Role> = {
  LEARNER: '专业技术人员',
  EMPLOYER_ADMIN: '用人单位',
  INSTITUTION_ADMIN: '继续教育基地',
  AUTHORITY_ADMIN: '主管部门',
  BUREAU_ADMIN: '人社部门',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
}

export const organizationKindWords: Words<OrganizationKind> = {
  EMPLOYER: '用人单位',
  INSTITUTION: '继续教育基地',
  AUTHORITY: '行业主管部门',
  BUREAU: '人社部门',
}

export const organizationNatureWords: Words<OrganizationNature> = {
  PUBLIC_INSTITUTION: '事业单位',
  ENTERPRISE: '企业',
  OTHER: '其他',
}

export const documentTypeWords: Words<DocumentType> = {
  RIC: '居民身份证',
  HMRP: '港澳居民居住证',
  TWRP: '台湾居民居住证',
  FPR18: '外国人永久居留身份证（2023版）',
  FPR15: '外国人永久居留身份证（旧版）',
  HMTP: '港澳居民来往内地通行证',
  TWTP: '台湾居民来往大陆通行证',
  PASS: '护照',
  OTH: '其他证件',
}

export const personCategoryWords: Words<PersonCategory> = {
  MANAGEMENT: '管理人员',
  PROFESSIONAL: '专业技术人员',
  WORKER: '工勤技能人员',
}

export const legalStates: States<LegalStatus> = {
  VERBATIM: { word: '原文', tone: 'good' },
  SECONDARY: { word: '转引', tone: 'open' },
  UNVERIFIED: { word: '待确认', tone: 'care' },
  PRODUCT: { word: '本平台规定', tone: 'quiet' },
}

export const stepStates: States<StepOutcome> = {
  SUBMITTED: { word: '提交', tone: 'open' },
  PASSED: { word: '审核通过', tone: 'good' },
  SENT_BACK: { word: '退回', tone: 'bad' },
  WITHDRAWN: { word: '撤回', tone: 'quiet' },
}

/** 年度认定结果, in the sources' words. */
export const yearStates: States<YearResult | 'OPEN' | 'NONE'> = {
  PASSED: { word: '通过', tone: 'good' },
  NOT_PASSED: { word: '不通过', tone: 'bad' },
  OPEN: { word: '未完成', tone: 'care' },
  NONE: { word: '无学时要求', tone: 'quiet' },
}

/** A year that can still be completed is not failed yet. */
export function yearStateOf(
  year: Pick<YearRow, 'result' | 'closed' | 'deadline'>,
  today: Date = new Date(),
): YearResult | 'OPEN' | 'NONE' {
  if (year.result === null || year.result === undefined) {
    return 'NONE'
  }
  const over = year.closed || Date.parse(`${year.deadline}T23:59:59+08:00`) < today.getTime()
  return year.result === 'NOT_PASSED' && !over ? 'OPEN' : year.result
}
