import { Avatar, Briefcase, OfficeBuilding, School, Stamp } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Role } from '@/api/schema'

/** A way from the portal into the platform. */
export interface Way {
  label: string
  path: string
}

/** The window of one kind of user. */
export interface Window {
  role: Role
  icon: Component
  about: string
  ways: Way[]
}

export const WINDOWS: Window[] = [
  {
    role: 'LEARNER',
    icon: Avatar,
    about: '申报学时，查看年度完成情况，下载证书',
    ways: [
      { label: '注册', path: '/register' },
      { label: '学时申报', path: '/declare' },
      { label: '证书打印', path: '/certificates' },
      { label: '综合查询', path: '/years' },
    ],
  },
  {
    role: 'EMPLOYER_ADMIN',
    icon: OfficeBuilding,
    about: '审核本单位人员的注册和学时申报',
    ways: [
      { label: '注册审核', path: '/registrations' },
      { label: '学时初审', path: '/review' },
      { label: '证书打印', path: '/certificates-issued' },
      { label: '综合查询', path: '/records' },
    ],
  },
  {
    role: 'INSTITUTION_ADMIN',
    icon: School,
    about: '查看机构信息，管理本机构管理人员',
    ways: [
      { label: '机构信息', path: '/organization' },
      { label: '管理人员', path: '/administrators' },
    ],
  },
  {
    role: 'AUTHORITY_ADMIN',
    icon: Briefcase,
    about: '审核本行业的专业科目学时',
    ways: [
      { label: '学时审核', path: '/review' },
      { label: '证书打印', path: '/certificates-issued' },
      { label: '综合查询', path: '/records' },
    ],
  },
  {
    role: 'BUREAU_ADMIN',
    icon: Stamp,
    about: '登记单位，审核学时，管理证书',
    ways: [
      { label: '学时审核', path: '/review' },
      { label: '证书查询', path: '/certificates-issued' },
      { label: '综合查询', path: '/records' },
    ],
  },
]
