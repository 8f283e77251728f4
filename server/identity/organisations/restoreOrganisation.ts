import type { ActorContext } from '../../context';
import type { Organisation } from '../tables';
import { loadForRegister, moveOrganisation, type OrganisationChange } from './changeOrganisation';

/** Ends a suspension; sessions that are not over open again. Operator only; refuses a stale version. */
export const restoreOrganisation = (context: ActorContext, input: OrganisationChange): Promise<Organisation> =>
  context.db.write(async tx =>
    moveOrganisation(tx, context, await loadForRegister(tx, context, input), 'restoreOrganisation', null),
  );
