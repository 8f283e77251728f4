import type { Lifecycle } from '../../shared/lifecycle';
import type { UserStatus } from '../tables';

export type UserVerb = 'confirmUser' | 'rejectUser' | 'disableUser' | 'enableUser';

/** The user of a registration is confirmed or rejected with its organisation; all others begin active. */
export const userLifecycle: Lifecycle<UserStatus, UserVerb> = {
  label: { zh: '用户', en: 'user' },
  states: {
    pending: { zh: '待确认', en: 'awaiting confirmation' },
    active: { zh: '正常', en: 'active' },
    disabled: { zh: '已停用', en: 'disabled' },
  },
  verbs: {
    confirmUser: { from: ['pending'], to: 'active', label: { zh: '确认', en: 'confirm' } },
    rejectUser: { from: ['pending'], to: 'disabled', label: { zh: '不予通过', en: 'reject' } },
    disableUser: { from: ['active'], to: 'disabled', label: { zh: '停用', en: 'disable' } },
    enableUser: { from: ['disabled'], to: 'active', label: { zh: '启用', en: 'enable' } },
  },
};
