import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import type { Organisation } from '../tables';
import { loadForRegister, moveOrganisation, parseReason, type ReasonedChange } from './changeOrganisation';

/**
 * Suspends an active organisation with a reason: from now on none of its users can sign in, and their sessions open
 * nothing. Operator only, and not its own organisation; refuses a stale version and no reason.
 */
export async function suspendOrganisation(context: ActorContext, input: ReasonedChange): Promise<Organisation> {
  const { reason, ...change } = parseReason(input);
  return context.db.write(async tx => {
    const organisation = await loadForRegister(tx, context, change);
    if (organisation.id === context.actor.organisationId)
      throw conflict(
        {
          zh: '不能停用您自己的机构，否则无人能再恢复它。',
          en: 'You cannot suspend your own organisation: nobody could restore it.',
        },
        { rule: 'ownOrganisation' },
      );
    return moveOrganisation(tx, context, organisation, 'suspendOrganisation', reason);
  });
}
