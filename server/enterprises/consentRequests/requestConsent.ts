import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { recordedDataClassCodes } from '../../shared/dataClassCodes';
import { dayOf, type Instant } from '../../shared/dates';
import { parseInput } from '../../shared/input';
import { conflict, invalidInput, notFound } from '../../shared/refusals';
import { type ConsentPurpose, consentPurposes, consents } from '../consents/tables';
import { purposeTerms } from '../consents/terms';
import { needsConsent } from '../dataClasses';
import { mayAskAgainOn } from './lifecycle';
import { type ConsentRequest, consentRequests } from './tables';
import { tellOfConsentRequest } from './tellOfConsentRequest';

export type RequestConsentInput = {
  readonly enterpriseId: string;
  readonly purpose: ConsentPurpose;
  readonly dataClasses: readonly string[];
  readonly reason: string;
};

const shape = z.object({
  enterpriseId: z.string().min(1),
  purpose: z.enum(consentPurposes),
  dataClasses: z
    .array(z.enum(recordedDataClassCodes))
    .min(1)
    .transform(chosen => recordedDataClassCodes.filter(code => chosen.includes(code))),
  reason: z.string().trim().min(10).max(500),
});

/**
 * An institution asks a firm for a consent. It may ask those that have given it one before, for nobody is asked by strangers;
 * once at a time; and not within 90 days of the firm having refused, or taken back, a consent to the same purpose (网络数据安全管理条例
 * 22(5)). Refuses any other firm as not found, a purpose not meant for such an institution, classes that need no consent, and
 * fewer than ten characters of reason.
 */
export async function requestConsent(context: ActorContext, input: RequestConsentInput): Promise<ConsentRequest> {
  const wanted = parseInput(shape, input);
  checkPurpose(context, wanted.purpose);
  const open = wanted.dataClasses.find(code => !needsConsent(code));
  if (open) throw classIsOpen(open);
  return context.db.write(async tx => {
    const { enterpriseId, purpose } = wanted;
    const recipientId = context.actor.organisationId;
    const given = await tx
      .select({ revokedAt: consents.revokedAt, status: consents.status, purpose: consents.purpose })
      .from(consents)
      .where(and(eq(consents.enterpriseId, enterpriseId), eq(consents.recipientId, recipientId)));
    if (given.length === 0) throw notFound({ zh: '企业', en: 'enterprise' }, enterpriseId);
    const revoked = given.flatMap(each => (each.status === 'revoked' && each.purpose === purpose ? (each.revokedAt ?? []) : []));
    await refuseTooSoon(tx, context, { enterpriseId, purpose, revoked });
    const request: ConsentRequest = {
      ...wanted,
      id: context.newId(),
      recipientId,
      state: 'open',
      openFor: `${enterpriseId}/${recipientId}/${purpose}`,
      askedBy: context.actor.userId,
      askedAt: context.now,
      answeredAt: null,
      consentId: null,
      version: 1,
    };
    await tx.insert(consentRequests).values(request);
    await tellOfConsentRequest(tx, context, 'requestConsent', request);
    await record(tx, context, {
      verb: 'requestConsent',
      subject: { kind: 'consentRequest', id: request.id },
      reason: wanted.reason,
      details: { enterpriseId, purpose, dataClasses: wanted.dataClasses },
    });
    return request;
  });
}

async function refuseTooSoon(
  tx: Tx,
  { actor, today }: ActorContext,
  { enterpriseId, purpose, revoked }: { enterpriseId: string; purpose: ConsentPurpose; revoked: readonly Instant[] },
): Promise<void> {
  const asked = await tx
    .select({ state: consentRequests.state, answeredAt: consentRequests.answeredAt })
    .from(consentRequests)
    .where(
      and(
        eq(consentRequests.enterpriseId, enterpriseId),
        eq(consentRequests.recipientId, actor.organisationId),
        eq(consentRequests.purpose, purpose),
        inArray(consentRequests.state, ['open', 'refused']),
      ),
    )
    .orderBy(desc(consentRequests.askedAt));
  if (asked.some(({ state }) => state === 'open')) throw askedAlready();
  const noes = [...revoked, ...asked.flatMap(({ answeredAt }) => answeredAt ?? [])].map(instant => dayOf(instant)).sort();
  const last = noes.at(-1);
  if (last !== undefined && today < mayAskAgainOn(last)) throw tooSoon(mayAskAgainOn(last));
}

function checkPurpose({ actor }: ActorContext, purpose: ConsentPurpose): void {
  const { recipientKinds, label } = purposeTerms[purpose];
  if (!recipientKinds.includes(actor.organisationKind))
    throw invalidInput('purpose', purpose, 'purpose.kind', {
      zh: `「${label.zh}」不是您这类机构可以请求的用途，请改选。`,
      en: `"${label.en}" is no purpose that an organisation of your kind may ask for: choose another.`,
    });
}

const classIsOpen = (code: string) =>
  invalidInput('dataClasses', code, 'dataClasses.open', {
    zh: `数据类 ${code} 是公开的，无需授权，请去掉。`,
    en: `The class ${code} is open and needs no consent: leave it out.`,
  });

const askedAlready = () =>
  conflict(
    {
      zh: '同一用途的授权请求还在等待企业答复。如需改动，请先撤回。',
      en: 'A request for this purpose still waits for the firm. Withdraw it to ask for something else.',
    },
    { rule: 'consentRequest.open' },
  );

const tooSoon = (again: string) =>
  conflict(
    {
      zh: `企业不久前对同一用途表示过不同意，${again} 起才可以再次请求。企业自己随时可以授权。`,
      en: `The firm said no to this purpose not long ago: ask again from ${again} on. The firm may give its consent at any time.`,
    },
    { rule: 'consentRequest.coolDown', again },
  );
