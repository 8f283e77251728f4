/** What the platform does by itself, by the calendar. */
export const taskNames = [
  'remindOfLimits',
  'escalateOverdue',
  'releaseSilent',
  'closeUnanswered',
  'expireOffers',
  'repriceLoans',
  'reviewLoans',
  'remindOfFeedback',
  'closeAuctions',
  'passOn',
  'expireDemands',
  'deleteExpired',
  'watchLoans',
] as const;
export type TaskName = (typeof taskNames)[number];
