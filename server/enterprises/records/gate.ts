import type { CalendarDate } from '../../shared/dates';
import type { AccessPurpose, AccessReason } from '../accessLog/tables';
import { isInForce, standingOf } from '../consents/access';
import type { Consent } from '../consents/tables';
import { hasOpenPart, needsConsent, type RecordClassCode } from '../dataClasses';

/** What a reader gets of one class: all of it, its published fields, or nothing. */
export type Grade = 'full' | 'openPart' | 'none';

export type Decision = {
  readonly dataClass: RecordClassCode;
  readonly grade: Grade;
  readonly reason: AccessReason;
  /** The consent that opens the class; null where none was needed or none does. */
  readonly consent: Consent | null;
};

export type ReadQuestion = {
  readonly dataClass: RecordClassCode;
  readonly enterpriseId: string;
  readonly readerOrganisationId: string;
  readonly purpose: AccessPurpose;
  /** Every consent of this firm to this reader, ended ones too: they tell why a read is refused. */
  readonly consents: readonly Consent[];
  readonly today: CalendarDate;
};

/**
 * May this reader read this class of this firm for this purpose today? A firm reads its own file; a class that is
 * published whole needs no consent; any other needs one in force that names the reader, the purpose and the class.
 * Without it the published fields of the class are open and the rest is not. Source: 征信业管理条例 13, 18, 20.
 */
export function decideRead(question: ReadQuestion): Decision {
  const { dataClass, enterpriseId, readerOrganisationId } = question;
  if (readerOrganisationId === enterpriseId) return { dataClass, grade: 'full', reason: 'self', consent: null };
  if (!needsConsent(dataClass)) return { dataClass, grade: 'full', reason: 'public', consent: null };
  const opening = openingAmong(question);
  if (opening) return { dataClass, grade: 'full', reason: 'consented', consent: opening };
  if (hasOpenPart(dataClass)) return { dataClass, grade: 'openPart', reason: 'openPart', consent: null };
  return { dataClass, grade: 'none', reason: whyNot(question), consent: null };
}

/** One that is not limited to some days comes before one that is. */
function openingAmong(question: ReadQuestion): Consent | undefined {
  const opening = question.consents.filter(consent => covers(consent, question) && isInForce(consent, question.today));
  return opening.find(({ readDaysMax }) => readDaysMax === null) ?? opening[0];
}

const covers = (consent: Consent, { enterpriseId, readerOrganisationId, purpose, dataClass }: ReadQuestion): boolean =>
  isBetween(consent, enterpriseId, readerOrganisationId) &&
  consent.purpose === purpose &&
  consent.dataClasses.some(code => code === dataClass);

const isBetween = (consent: Consent, enterpriseId: string, readerOrganisationId: string): boolean =>
  consent.enterpriseId === enterpriseId && consent.recipientId === readerOrganisationId;

/** The first thing that is missing, in the order in which a consent is looked at; the newest consent speaks. */
function whyNot(question: ReadQuestion): AccessReason {
  const given = question.consents.filter(each => isBetween(each, question.enterpriseId, question.readerOrganisationId));
  if (given.length === 0) return 'noConsent';
  const forPurpose = given.filter(each => each.purpose === question.purpose);
  if (forPurpose.length === 0) return 'otherPurpose';
  const newest = forPurpose
    .filter(each => covers(each, question))
    .sort((a, b) => b.signedAt.getTime() - a.signedAt.getTime() || (a.id < b.id ? 1 : -1))[0];
  if (newest === undefined) return 'classNotIncluded';
  const standing = standingOf(newest, question.today);
  return standing === 'notYetValid' || standing === 'exhausted' || standing === 'expired' ? standing : 'revoked';
}
