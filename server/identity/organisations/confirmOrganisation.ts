import type { ActorContext } from '../../context';
import type { Organisation } from '../tables';
import {
  keepOrganisation,
  loadForRegister,
  moveOrganisation,
  type OrganisationChange,
  settleClaimants,
} from './changeOrganisation';

/**
 * Confirms a registration: the firm becomes active, and so do the users who registered it. For a firm that was
 * active before, the same confirms that these users act for it. Operator only; refuses a stale version and an
 * organisation for which nothing waits.
 */
export const confirmOrganisation = (context: ActorContext, input: OrganisationChange): Promise<Organisation> =>
  context.db.write(async tx => {
    const organisation = await loadForRegister(tx, context, input);
    const claims = await settleClaimants(tx, context, organisation.id, 'confirmUser', null);
    return organisation.status === 'active' && claims > 0
      ? keepOrganisation(tx, context, organisation, 'confirmOrganisation', null)
      : moveOrganisation(tx, context, organisation, 'confirmOrganisation', null);
  });
