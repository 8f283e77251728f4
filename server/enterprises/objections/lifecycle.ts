import { addDays, type CalendarDate } from '../../shared/dates';
import type { Lifecycle } from '../../shared/lifecycle';

export const objectionStates = ['open', 'corrected', 'dismissed', 'unresolved', 'withdrawn'] as const;
export type ObjectionState = (typeof objectionStates)[number];

export type ObjectionVerb = 'correct' | 'dismiss' | 'leaveUnresolved' | 'withdraw';

/** What an examination may come to, in the order of 征信业管理条例 25: put right, found right, or not to be settled. */
export const objectionOutcomes = ['corrected', 'dismissed', 'unresolved'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** An objection is answered once. Whoever is not content raises another, or complains to the People's Bank (条例 26). */
export const objectionLifecycle: Lifecycle<ObjectionState, ObjectionVerb> = {
  label: { zh: '数据异议', en: 'objection' },
  states: {
    open: { zh: '核查中', en: 'Being examined' },
    corrected: { zh: '已更正', en: 'Corrected' },
    dismissed: { zh: '经核查无误', en: 'Found to be right' },
    unresolved: { zh: '无法确认，已记载', en: 'Not settled, on record' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  verbs: {
    correct: { from: ['open'], to: 'corrected', label: { zh: '更正', en: 'correct' } },
    dismiss: { from: ['open'], to: 'dismissed', label: { zh: '确认无误', en: 'find right' } },
    leaveUnresolved: { from: ['open'], to: 'unresolved', label: { zh: '无法确认', en: 'leave unsettled' } },
    withdraw: { from: ['open'], to: 'withdrawn', label: { zh: '撤回', en: 'withdraw' } },
  },
};

export const verbOf: Readonly<Record<ObjectionOutcome, ObjectionVerb>> = {
  corrected: 'correct',
  dismissed: 'dismiss',
  unresolved: 'leaveUnresolved',
};

/** Within how many days of the calendar an objection is examined and answered in writing (征信业管理条例 25). */
const answerDays = 20;

/** The last day for the answer to an objection raised on `day`; the day itself does not count (民法典 201). */
export const answerDueOn = (day: CalendarDate): CalendarDate => addDays(day, answerDays);
