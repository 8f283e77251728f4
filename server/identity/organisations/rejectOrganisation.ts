import type { ActorContext } from '../../context';
import type { Organisation } from '../tables';
import {
  keepOrganisation,
  loadForRegister,
  moveOrganisation,
  parseReason,
  type ReasonedChange,
  settleClaimants,
} from './changeOrganisation';

/**
 * Rejects a registration with a reason. The users of a new firm stay as they are: they sign in, read the reason and
 * reach nothing else, until the firm registers again. Where an active firm was claimed, the firm keeps its state and
 * the claimants are disabled with the reason. Operator only; refuses a stale version, no reason, nothing to reject.
 */
export async function rejectOrganisation(context: ActorContext, input: ReasonedChange): Promise<Organisation> {
  const { reason, ...change } = parseReason(input);
  return context.db.write(async tx => {
    const organisation = await loadForRegister(tx, context, change);
    const isClaim = organisation.status === 'active';
    if (isClaim && (await settleClaimants(tx, context, organisation.id, 'rejectUser', reason)) > 0)
      return keepOrganisation(tx, context, organisation, 'rejectOrganisation', reason);
    return moveOrganisation(tx, context, organisation, 'rejectOrganisation', reason);
  });
}
