import { roleWords } from '@/ui/labels'

/** The words of what is audited; an action without one is shown as it is stored. */
export const actionWords: Record<string, string> = {
  'account.login': '登录',
  'account.login-failed': '登录失败',
  'account.login-turned-away': '登录被限制',
  'account.logout': '退出登录',
  'account.session-ended': '下线其他设备',
  'account.password-changed': '修改密码',
  'account.password-reset': '重置密码',
  'account.contact-changed': '修改手机号、邮箱',
  'account.grants-changed': '变更管理权限',
  'account.account': '账户状态',
  'account.role_grant': '授权状态',
  'person.person': '人员注册状态',
  'organization.organization': '单位状态',
  'review.review_case': '审核事项状态',
  'declaration.declaration': '学时申报状态',
  'ledger.entry': '学时记入',
  'certificate.certificate': '证书状态',
  'evaluation.verdict': '年度认定结果',
}

const stateWords: Record<string, string> = {
  DRAFT: '待提交',
  SUBMITTED: '待审核',
  ACCEPTED: '审核通过',
  SENT_BACK: '退回',
  DELETED: '已删除',
  OPEN: '审核中',
  RECORDED: '已记入',
  REVERSED: '冲正',
  CLOSED: '已注销',
  WITHDRAWN: '已撤回',
  PENDING: '待审核',
  ACTIVE: '有效',
  DISABLED: '停用',
  REVOKED: '已撤销',
  VALID: '有效',
  PASSED: '合格',
  NOT_PASSED: '不合格',
}

const detailWords: Record<string, string> = {
  role: '身份',
  device: '设备',
  cause: '原因',
  unknown: '无此账户（编码）',
  attempts: '次数',
  address: '网络地址',
  reason: '理由',
  hours: '学时',
  person: '人员',
  year: '年度',
}

/** Why somebody was not let in. */
const causeWords: Record<string, string> = {
  'account.wrong-password': '账户号或密码错误',
  'account.disabled': '账户已停用',
  'account.must-change': '须先设置新密码',
  'account.not-reviewed': '注册尚未审核',
  'account.registration-sent-back': '注册已被退回',
  'account.no-role': '没有角色',
  'account.wrong-role': '所选身份不符',
}

/** From which state to which. */
export function change(from: string | null | undefined, to: string | null | undefined): string {
  const word = (state: string) => stateWords[state] ?? state
  if (from && to) {
    return `${word(from)} → ${word(to)}`
  }
  return to ? word(to) : from ? `${word(from)} → 已移除` : ''
}

/** What else was noted, as words: `身份：用人单位，设备：Linux · Chrome`. */
export function details(json: string | null | undefined): string {
  if (!json) {
    return ''
  }
  try {
    const facts = JSON.parse(json) as Record<string, unknown>
    return Object.entries(facts)
      .map(([name, value]) => `${detailWords[name] ?? name}：${wordOf(name, value)}`)
      .join('，')
  } catch {
    return json
  }
}

function wordOf(name: string, value: unknown): string {
  const words: Record<string, string> = name === 'role' ? roleWords : name === 'cause' ? causeWords : {}
  return words[String(value)] ?? String(value)
}
