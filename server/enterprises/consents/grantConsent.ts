import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { canSeeOrganisation } from '../../identity/organisations/access';
import { type Organisation, organisations } from '../../identity/tables';
import { recordedDataClassCodes } from '../../shared/dataClassCodes';
import { addMonths, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { answerByConsent } from '../consentRequests/answerByConsent';
import { enterprises } from '../tables';
import { type Consent, type ConsentPurpose, consentPurposes, consents } from './tables';
import { tellOfConsent } from './tellOfConsent';
import { consentTerms, purposeTerms } from './terms';

export type GrantConsentInput = {
  readonly recipientId: string;
  readonly purpose: ConsentPurpose;
  readonly dataClasses: readonly string[];
  /** The last day on which the consent opens anything. */
  readonly validTo: string;
  /** The first and last as-of day of the records it opens; open where left out. */
  readonly dataFrom?: string | null;
  readonly dataTo?: string | null;
  /** On how many days the recipient may read; as many as the consent lasts where left out. Of matching always. */
  readonly readDaysMax?: number | null;
  /** How many days after its end the recipient may keep what it read; `dataLifeDaysUsual` where left out. */
  readonly dataLifeDays?: number | null;
  /** The hash of the terms that the signer has read. */
  readonly textHash: string;
};

/** A consent lasts two years at most: nobody remembers for longer what was agreed. */
export const consentMonthsMax = 24;

/** How long a recipient keeps what it read where the firm says nothing else, and how long at most: five years (征信业管理条例 16). */
const dataLifeDaysUsual = 180;
const dataLifeDaysMax = 1825;
const readDaysMaxMax = 366;

/**
 * Signs a consent of the actor's own firm: one recipient, one purpose, the classes chosen, from today to `validTo`.
 * An earlier consent to the same recipient and purpose whose classes are all among the new ones is replaced by it.
 * Refuses classes outside the catalogue, days that cannot be, a recipient that the purpose is not meant for, and a text
 * that has changed since it was read. Source: 个人信息保护法 14, 23; 征信业管理条例 18.
 */
export async function grantConsent(context: ActorContext, input: GrantConsentInput): Promise<Consent> {
  const wanted = parseInput(shapeOn(context.today), input);
  return context.db.write(async tx => {
    const enterpriseId = await ownEnterprise(tx, context);
    const recipient = await recipientOf(tx, context, wanted);
    checkText(wanted, recipient);
    await replaceCovered(tx, context, enterpriseId, wanted);
    const consent: Consent = {
      id: context.newId(),
      enterpriseId,
      recipientId: recipient.id,
      purpose: wanted.purpose,
      dataClasses: wanted.dataClasses,
      validFrom: context.today,
      validTo: wanted.validTo,
      dataFrom: wanted.dataFrom,
      dataTo: wanted.dataTo,
      readDaysMax: wanted.readDaysMax,
      readDays: 0,
      lastReadOn: null,
      dataLifeDays: wanted.dataLifeDays,
      status: 'active',
      textVersion: consentTerms(wanted.purpose, recipient).version,
      textHash: wanted.textHash,
      signedBy: context.actor.userId,
      signedAt: context.now,
      revokedAt: null,
      revokeReason: null,
      version: 1,
    };
    await tx.insert(consents).values(consent);
    if (consent.purpose === 'matching') noteChange(tx, context, 'enterprise', enterpriseId);
    await answerByConsent(tx, context, consent);
    await tellOfConsent(tx, context, 'grantConsent', consent);
    const { purpose, dataClasses, validFrom, validTo, readDaysMax, dataLifeDays, textHash } = consent;
    await record(tx, context, {
      verb: 'grantConsent',
      subject: { kind: 'consent', id: consent.id },
      details: { recipientId: recipient.id, purpose, dataClasses, validFrom, validTo, readDaysMax, dataLifeDays, textHash },
    });
    return consent;
  });
}

const day = z.string().transform((text, issue): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  issue.addIssue({
    code: 'custom',
    ...says(
      'date',
      `「${text}」不是存在的日期，请写作 2027-03-31。`,
      `"${text}" is not a day that exists: write it as 2027-03-31.`,
    ),
  });
  return z.NEVER;
});

function shapeOn(today: CalendarDate) {
  const last = addMonths(today, consentMonthsMax);
  return z
    .object({
      recipientId: z.string().min(1),
      purpose: z.enum(consentPurposes),
      dataClasses: z
        .array(z.enum(recordedDataClassCodes))
        .min(1)
        .transform(chosen => recordedDataClassCodes.filter(code => chosen.includes(code))),
      validTo: day.refine(
        date => today <= date && date <= last,
        says(
          'validTo.range',
          `授权到期日应在 ${today} 至 ${last} 之间（最长 ${consentMonthsMax} 个月）。`,
          `The last day must lie between ${today} and ${last} (at most ${consentMonthsMax} months).`,
        ),
      ),
      dataFrom: day.nullish().transform(date => date ?? null),
      dataTo: day.nullish().transform(date => date ?? null),
      readDaysMax: z
        .number()
        .int()
        .min(1)
        .max(readDaysMaxMax)
        .nullish()
        .transform(days => days ?? null),
      dataLifeDays: z
        .number()
        .int()
        .min(0)
        .max(dataLifeDaysMax)
        .nullish()
        .transform(days => days ?? dataLifeDaysUsual),
      textHash: z.string().min(1),
    })
    .refine(({ purpose, readDaysMax }) => purpose !== 'matching' || readDaysMax === null, {
      path: ['readDaysMax'],
      ...says(
        'readDaysMax.matching',
        '平台每天都要匹配，此用途不限查询天数。',
        'Matching goes on every day: its days are not limited.',
      ),
    })
    .refine(({ dataFrom, dataTo }) => dataFrom === null || dataTo === null || dataFrom <= dataTo, {
      path: ['dataTo'],
      ...says('dataTo.beforeFrom', '数据截止日早于起始日，请调换。', 'The data end before they begin: swap the days.'),
    });
}

type Wanted = z.output<ReturnType<typeof shapeOn>>;

async function ownEnterprise(tx: Tx, context: ActorContext): Promise<string> {
  const [own] = await tx.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, context.actor.organisationId));
  if (!own)
    throw notAllowed(
      { zh: '只有企业可以签署数据授权。', en: 'Only a firm signs consents to its data.' },
      { rule: 'organisationKind' },
    );
  if (context.actor.role === 'auditor')
    throw notAllowed(
      { zh: '您的角色只能查看，不能签署授权。', en: 'Your role may read but not sign consents.' },
      { rule: 'role' },
    );
  return own.id;
}

/** The recipient; of a firm, which nobody but itself and the operator may know of, it says no more than of none. */
async function recipientOf(tx: Tx, { actor }: ActorContext, { recipientId, purpose }: Wanted): Promise<Organisation> {
  const [recipient] = await tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, recipientId), eq(organisations.status, 'active')));
  if (!recipient || !canSeeOrganisation(actor, recipient)) throw notFound({ zh: '机构', en: 'organisation' }, recipientId);
  const { recipientKinds, label } = purposeTerms[purpose];
  if (!recipientKinds.includes(recipient.kind))
    throw invalidInput('recipientId', recipientId, 'recipientId.kind', {
      zh: `「${label.zh}」不能授权给「${recipient.name}」这类机构，请改选接收方或用途。`,
      en: `"${recipient.name}" is not the kind of organisation that "${label.en}" is meant for: choose another recipient or purpose.`,
    });
  return recipient;
}

function checkText(wanted: Wanted, recipient: Organisation): void {
  if (wanted.textHash !== consentTerms(wanted.purpose, recipient).hash)
    throw conflict(
      {
        zh: '授权文本在您阅读后有更新，请重新阅读并签署。',
        en: 'The text of the consent has changed since you read it. Read and sign it again.',
      },
      { field: 'textHash', value: wanted.textHash, rule: 'textHash.changed' },
    );
}

async function replaceCovered(tx: Tx, context: ActorContext, enterpriseId: string, wanted: Wanted): Promise<void> {
  const former = await tx
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.enterpriseId, enterpriseId),
        eq(consents.recipientId, wanted.recipientId),
        eq(consents.purpose, wanted.purpose),
        eq(consents.status, 'active'),
      ),
    );
  for (const consent of former.filter(each => each.dataClasses.every(code => wanted.dataClasses.includes(code))))
    await tx
      .update(consents)
      .set({ status: 'replaced', revokedAt: context.now, version: consent.version + 1 })
      .where(eq(consents.id, consent.id));
}
