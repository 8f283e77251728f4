import { desc, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { selectPage } from '../../database/select';
import type { ListRequest, Page } from '../../shared/list';
import { type InsuranceContract, insuranceContracts } from './tables';

/** The contracts of the actor's own, newest first; nobody else's are ever listed. */
export const listInsuranceContracts = (
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  list: ListRequest,
): Promise<Page<InsuranceContract>> =>
  selectPage(db.read, insuranceContracts, {
    list,
    where: eq(insuranceContracts.insurerId, actor.organisationId),
    sorts: { number: insuranceContracts.number, startsOn: insuranceContracts.startsOn, coverFen: insuranceContracts.coverFen },
    defaultSort: [desc(insuranceContracts.startsOn)],
  });
