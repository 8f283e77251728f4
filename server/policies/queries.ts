import { asc, desc, isNull } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader } from '../database/database';
import { selectPage } from '../database/select';
import type { ListRequest, Page } from '../shared/list';
import { type SupportPolicy, supportPolicies } from './tables';

export type SupportPolicyFilter = { readonly isOpen?: boolean | null };

/** Every policy, the newest first; `isOpen` leaves out those that have been ended. */
export const listPolicies = (
  { db }: ActorContext,
  list: ListRequest & { readonly filter?: SupportPolicyFilter | null },
): Promise<Page<SupportPolicy>> =>
  selectPage(db.read, supportPolicies, {
    list,
    where: list.filter?.isOpen ? isNull(supportPolicies.endedAt) : undefined,
    sorts: { createdAt: supportPolicies.createdAt, validFrom: supportPolicies.validFrom, name: supportPolicies.name },
    defaultSort: [desc(supportPolicies.createdAt)],
  });

/** Every policy that there ever was, by id: some dozens, of which an offer counts on those in force when it was made. */
export const allPolicies = (read: Reader): Promise<SupportPolicy[]> =>
  read.select().from(supportPolicies).orderBy(asc(supportPolicies.id));
