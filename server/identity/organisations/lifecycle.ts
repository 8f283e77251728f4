import type { Lifecycle } from '../../shared/lifecycle';
import type { OrganisationStatus } from '../tables';

export type OrganisationVerb =
  | 'confirmOrganisation'
  | 'rejectOrganisation'
  | 'suspendOrganisation'
  | 'restoreOrganisation'
  | 'registerEnterprise';

/** A firm that registers itself waits for the operator; every other organisation begins active. */
export const organisationLifecycle: Lifecycle<OrganisationStatus, OrganisationVerb> = {
  label: { zh: '机构', en: 'organisation' },
  states: {
    pending: { zh: '待确认', en: 'awaiting confirmation' },
    active: { zh: '正常', en: 'active' },
    rejected: { zh: '未通过', en: 'rejected' },
    suspended: { zh: '已停用', en: 'suspended' },
  },
  verbs: {
    confirmOrganisation: { from: ['pending'], to: 'active', label: { zh: '确认', en: 'confirm' } },
    rejectOrganisation: { from: ['pending'], to: 'rejected', label: { zh: '不予通过', en: 'reject' } },
    suspendOrganisation: { from: ['active'], to: 'suspended', label: { zh: '停用', en: 'suspend' } },
    restoreOrganisation: { from: ['suspended'], to: 'active', label: { zh: '恢复', en: 'restore' } },
    registerEnterprise: { from: ['rejected'], to: 'pending', label: { zh: '重新注册', en: 'register again' } },
  },
};
