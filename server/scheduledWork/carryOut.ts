import type { ActorContext } from '../context';
import { deleteExpired } from '../enterprises/retention/deleteExpired';
import { closeUnanswered, expireOffers, releaseSilent } from '../financing/clock/runOut';
import { remindOfFeedback } from '../financing/deals/feedback';
import { repriceLoans } from '../financing/deals/repriceLoans';
import { reviewLoans } from '../financing/deals/reviewLoans';
import { escalateOverdue } from '../financing/escalations/escalateOverdue';
import { remindOfLimits } from '../financing/escalations/remindOfLimits';
import { passOn } from '../financing/market/passOn';
import { closeAuctions, expireDemands } from '../financing/market/runOut';
import { watchLoans } from '../financing/warnings/watchLoans';
import type { TaskName } from './tasks';

/** How each task is done. Every one can be repeated: what it has moved once, it does not find again. */
export const carryOut: Readonly<Record<TaskName, (context: ActorContext) => Promise<number>>> = {
  remindOfLimits,
  escalateOverdue,
  releaseSilent,
  closeUnanswered,
  expireOffers,
  repriceLoans,
  reviewLoans,
  remindOfFeedback,
  closeAuctions,
  passOn,
  expireDemands,
  deleteExpired,
  watchLoans,
};
