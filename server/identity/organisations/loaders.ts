import type { RequestContext } from '../../context';
import { loaderOf } from '../../graphql/loader';
import type { Organisation, User } from '../tables';
import { claimantsOf, organisationsByIds } from './queries';

/** The organisation of each of many records, in one statement. */
export const organisationOf = (context: RequestContext, id: string): Promise<Organisation> =>
  loaderOf(context, loadOrganisations).load(id);

const loadOrganisations = async ({ db }: RequestContext, ids: readonly string[]): Promise<(Organisation | Error)[]> =>
  (await organisationsByIds(db.read, ids)).map((found, place) => found ?? new Error(`no organisation ${ids[place]}`));

/** The users who wait to act for each of many organisations, in one statement; the operator alone is told. */
export const claimants = async (context: RequestContext, organisationId: string): Promise<User[]> =>
  context.actor?.organisationKind === 'operator' ? loaderOf(context, loadClaimants).load(organisationId) : [];

const loadClaimants = ({ db }: RequestContext, ids: readonly string[]): Promise<User[][]> => claimantsOf(db.read, ids);
