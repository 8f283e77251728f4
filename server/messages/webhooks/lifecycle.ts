import type { Lifecycle } from '../../shared/lifecycle';
import type { WebhookState } from './tables';

export type WebhookVerb = 'pause' | 'resume' | 'remove';

export const webhookLifecycle: Lifecycle<WebhookState, WebhookVerb> = {
  label: { zh: '回调地址', en: 'webhook' },
  states: {
    active: { zh: '启用', en: 'active' },
    paused: { zh: '已暂停', en: 'paused' },
    removed: { zh: '已删除', en: 'removed' },
  },
  verbs: {
    pause: { from: ['active'], to: 'paused', label: { zh: '暂停', en: 'pause' } },
    resume: { from: ['paused'], to: 'active', label: { zh: '恢复', en: 'resume' } },
    remove: { from: ['active', 'paused'], to: 'removed', label: { zh: '删除', en: 'remove' } },
  },
};
