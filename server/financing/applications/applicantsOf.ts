import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import type { Applicant } from '../../products/tellOfProduct';
import { isLiveOn } from './conditions';
import { applications } from './tables';

/** The firms that have an application under way for a product. */
export const applicantsOf = (tx: Tx, { today }: ActorContext, productId: string): Promise<Applicant[]> =>
  tx
    .select({ enterpriseId: applications.enterpriseId, applicationId: applications.id })
    .from(applications)
    .where(and(eq(applications.productId, productId), isLiveOn(today)))
    .orderBy(applications.id);
