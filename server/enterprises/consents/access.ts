import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import type { Consent } from './tables';

type Validity = Pick<Consent, 'status' | 'validFrom' | 'validTo' | 'readDaysMax' | 'readDays' | 'lastReadOn'>;

/**
 * Whether a consent opens anything on `today`: neither ended by a person, nor outside its days, both ends included, nor used up:
 * on a day on which it was read, it is read as often as needed.
 */
export const isInForce = (consent: Validity, today: CalendarDate): boolean =>
  consent.status === 'active' && consent.validFrom <= today && today <= consent.validTo && !isExhausted(consent, today);

/** Whether every day on which it could be read is over. */
const isExhausted = ({ readDaysMax, readDays, lastReadOn }: Validity, today: CalendarDate): boolean =>
  readDaysMax !== null && readDays >= readDaysMax && lastReadOn !== today;

/** How a consent stands on a day: what a person reads, expiry included. */
export const consentStandings = ['inForce', 'notYetValid', 'exhausted', 'expired', 'replaced', 'revoked'] as const;
export type ConsentStanding = (typeof consentStandings)[number];

export function standingOf(consent: Validity, today: CalendarDate): ConsentStanding {
  if (consent.status !== 'active') return consent.status;
  if (today < consent.validFrom) return 'notYetValid';
  if (today > consent.validTo) return 'expired';
  return isExhausted(consent, today) ? 'exhausted' : 'inForce';
}

/** A consent is known to the firm that gave it and to the organisation it was given to; to nobody else. */
export const canSeeConsent = (actor: Actor, consent: Pick<Consent, 'enterpriseId' | 'recipientId'>): boolean =>
  actor.organisationId === consent.enterpriseId || actor.organisationId === consent.recipientId;

/** Only the firm itself takes its consent back. */
export const canRevokeConsent = (actor: Actor, consent: Pick<Consent, 'enterpriseId'>): boolean =>
  actor.organisationId === consent.enterpriseId && actor.role !== 'auditor';

/** The verbs this actor has on the consent today; an expired one has none left. */
export const verbsOnConsent = (actor: Actor, consent: Consent, today: CalendarDate): 'revokeConsent'[] =>
  canRevokeConsent(actor, consent) && ['inForce', 'notYetValid'].includes(standingOf(consent, today)) ? ['revokeConsent'] : [];
