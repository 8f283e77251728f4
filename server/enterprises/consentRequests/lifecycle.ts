import { addDays, type CalendarDate } from '../../shared/dates';
import type { Lifecycle } from '../../shared/lifecycle';

export const consentRequestStates = ['open', 'granted', 'refused', 'withdrawn'] as const;
export type ConsentRequestState = (typeof consentRequestStates)[number];

export type ConsentRequestVerb = 'grant' | 'refuse' | 'withdraw';

/** What was asked once is answered once: whoever wants more asks again, when it may. */
export const consentRequestLifecycle: Lifecycle<ConsentRequestState, ConsentRequestVerb> = {
  label: { zh: '授权请求', en: 'request for consent' },
  states: {
    open: { zh: '等待企业答复', en: 'Waits for the firm' },
    granted: { zh: '已授权', en: 'Consent given' },
    refused: { zh: '企业不同意', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  verbs: {
    grant: { from: ['open'], to: 'granted', label: { zh: '授权', en: 'give consent' } },
    refuse: { from: ['open'], to: 'refused', label: { zh: '不同意', en: 'refuse' } },
    withdraw: { from: ['open'], to: 'withdrawn', label: { zh: '撤回请求', en: 'withdraw' } },
  },
};

/** How long nobody asks again for the same purpose after a firm has said no. The law says "not often"; the number is ours. */
export const coolDownDays = 90;

/** The first day on which the same may be asked for again, after a no on `day` (网络数据安全管理条例 22(5)). */
export const mayAskAgainOn = (day: CalendarDate): CalendarDate => addDays(day, coolDownDays);
