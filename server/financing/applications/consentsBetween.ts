import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import { inForceOn } from '../../enterprises/consents/queries';
import { consents } from '../../enterprises/consents/tables';
import type { CalendarDate } from '../../shared/dates';
import type { ConsentGiven } from './steps';
import type { Application } from './tables';

/** The consents under which the institution may assess the firm's credit on a day, newest first. */
export const consentsBetween = (
  read: Reader,
  { enterpriseId, institutionId }: Pick<Application, 'enterpriseId' | 'institutionId'>,
  today: CalendarDate,
): Promise<ConsentGiven[]> =>
  read
    .select({ id: consents.id, dataClasses: consents.dataClasses })
    .from(consents)
    .where(
      and(
        eq(consents.enterpriseId, enterpriseId),
        eq(consents.recipientId, institutionId),
        eq(consents.purpose, 'creditAssessment'),
        inForceOn(today),
      ),
    )
    .orderBy(desc(consents.signedAt), desc(consents.id));
