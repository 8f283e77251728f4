import { and, desc, eq, gte, inArray, lt, lte, not, or, type SQL, sql } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowById } from '../../database/rows';
import { selectPage } from '../../database/select';
import { organisations } from '../../identity/tables';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import type { Party } from '../queries';
import { canSeeConsent } from './access';
import { type Consent, type ConsentPurpose, consents } from './tables';
import { type ConsentTerms, consentTerms, purposeTerms } from './terms';

export type ConsentFilter = {
  readonly enterpriseId?: string | null;
  readonly recipientId?: string | null;
  readonly purpose?: ConsentPurpose | null;
  readonly standing?: 'inForce' | 'ended' | null;
};

/** The consents that the actor's organisation gave or was given, newest first. */
export function listConsents(
  context: ActorContext,
  list: ListRequest & { filter?: ConsentFilter | null },
): Promise<Page<Consent>> {
  const own = context.actor.organisationId;
  const { enterpriseId, recipientId, purpose, standing } = list.filter ?? {};
  return selectPage(context.db.read, consents, {
    list,
    where: and(
      or(eq(consents.enterpriseId, own), eq(consents.recipientId, own)),
      enterpriseId ? eq(consents.enterpriseId, enterpriseId) : undefined,
      recipientId ? eq(consents.recipientId, recipientId) : undefined,
      purpose ? eq(consents.purpose, purpose) : undefined,
      standing === 'inForce' ? inForceOn(context.today) : standing === 'ended' ? endedBy(context.today) : undefined,
    ),
    sorts: { signedAt: consents.signedAt, validTo: consents.validTo, purpose: consents.purpose },
    defaultSort: [desc(consents.signedAt)],
  });
}

/** What `isInForce` says of one consent, as a condition of a query. */
export const inForceOn = (today: CalendarDate): SQL | undefined =>
  and(eq(consents.status, 'active'), lte(consents.validFrom, today), gte(consents.validTo, today), not(isExhaustedOn(today)));

const endedBy = (today: CalendarDate): SQL | undefined =>
  or(inArray(consents.status, ['replaced', 'revoked']), lt(consents.validTo, today), isExhaustedOn(today));

const isExhaustedOn = (today: CalendarDate): SQL =>
  sql`(${consents.readDays} >= coalesce(${consents.readDaysMax}, ${consents.readDays} + 1) and ${consents.lastReadOn} <> ${today})`;

/** One consent that the actor's organisation gave or was given; any other is not found. */
export async function consentById(context: ActorContext, id: string): Promise<Consent> {
  const consent = await rowById(context.db.read, consents, id);
  if (!consent || !canSeeConsent(context.actor, consent)) throw notFound({ zh: '授权', en: 'consent' }, id);
  return consent;
}

/** The organisations that a consent for `purpose` may be given to, by name. */
export const recipientsFor = (read: Reader, purpose: ConsentPurpose): Promise<Party[]> =>
  read
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(and(inArray(organisations.kind, [...purposeTerms[purpose].recipientKinds]), eq(organisations.status, 'active')))
    .orderBy(organisations.name, organisations.id);

/** The text to sign for `purpose` and one of its recipients; refuses any other organisation as not found. */
export async function termsFor(read: Reader, purpose: ConsentPurpose, recipientId: string): Promise<ConsentTerms> {
  const recipient = (await recipientsFor(read, purpose)).find(each => each.id === recipientId);
  if (!recipient) throw notFound({ zh: '授权接收方', en: 'recipient' }, recipientId);
  return consentTerms(purpose, recipient);
}
