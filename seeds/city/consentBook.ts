import type { Consent } from '../../server/enterprises/consents/tables';
import { consentTerms } from '../../server/enterprises/consents/terms';
import { needsConsent } from '../../server/enterprises/dataClasses';
import { governmentDataClassCodes, type RecordedDataClassCode, recordedDataClassCodes } from '../../server/shared/dataClassCodes';
import { addMonths, dayOf, type Instant } from '../../server/shared/dates';

export type ConsentWish = {
  readonly enterpriseId: string;
  readonly signedBy: string;
  readonly recipient: { readonly id: string; readonly name: string };
  readonly dataClasses: readonly RecordedDataClassCode[];
  readonly at: Instant;
};

export type ConsentPlace = { readonly enterpriseId: string; readonly bankId: string; readonly at: Instant };

const validMonths = 12;

const closedGovernmentData: ReadonlySet<RecordedDataClassCode> = new Set(governmentDataClassCodes.filter(needsConsent));

/** The consents that firms gave banks when they applied, as `grantConsent` would have left them. */
export class ConsentBook {
  readonly #given = new Map<string, Consent>();
  readonly #latest = new Map<string, string>();

  constructor(readonly newId: () => string) {}

  /** In the order in which they were signed. */
  get given(): Iterable<Consent> {
    return this.#given.values();
  }

  /** Whether the bank may read closed government data of the firm, which makes any application then one of that channel. */
  opensGovernmentData({ enterpriseId, bankId, at }: ConsentPlace): boolean {
    return this.#inForce(enterpriseId, bankId, at)?.dataClasses.some(code => closedGovernmentData.has(code)) ?? false;
  }

  /** What the bank may read of the firm once it has authorised `wanted` too. */
  classesWith(wanted: readonly RecordedDataClassCode[], { enterpriseId, bankId, at }: ConsentPlace): RecordedDataClassCode[] {
    const inForce = this.#inForce(enterpriseId, bankId, at);
    return recordedDataClassCodes.filter(code => wanted.includes(code) || inForce?.dataClasses.includes(code));
  }

  /**
   * The consent that an application is made under: the one in force where it opens all that is wanted, otherwise a new
   * one, which replaces what it covers.
   */
  consentFor(wish: ConsentWish): { readonly consent: Consent; readonly isNew: boolean } {
    const place = placeOf(wish.enterpriseId, wish.recipient.id);
    const inForce = this.#inForce(wish.enterpriseId, wish.recipient.id, wish.at);
    if (inForce && wish.dataClasses.every(code => inForce.dataClasses.includes(code))) return { consent: inForce, isNew: false };
    const dataClasses = this.classesWith(wish.dataClasses, { ...wish, bankId: wish.recipient.id });
    const former = this.#given.get(this.#latest.get(place) ?? '');
    if (former?.dataClasses.every(code => dataClasses.includes(code)))
      this.#given.set(former.id, { ...former, status: 'replaced', revokedAt: wish.at, version: former.version + 1 });
    const consent = this.#signed(wish, dataClasses);
    this.#given.set(consent.id, consent);
    this.#latest.set(place, consent.id);
    return { consent, isNew: true };
  }

  #signed({ enterpriseId, signedBy, recipient, at }: ConsentWish, dataClasses: readonly RecordedDataClassCode[]): Consent {
    const { version: textVersion, hash: textHash } = consentTerms('creditAssessment', recipient);
    const validFrom = dayOf(at);
    return {
      id: this.newId(),
      enterpriseId,
      recipientId: recipient.id,
      purpose: 'creditAssessment',
      dataClasses,
      validFrom,
      validTo: addMonths(validFrom, validMonths),
      dataFrom: null,
      dataTo: null,
      readDaysMax: null,
      readDays: 0,
      lastReadOn: null,
      dataLifeDays: 180,
      status: 'active',
      textVersion,
      textHash,
      signedBy,
      signedAt: at,
      revokedAt: null,
      revokeReason: null,
      version: 1,
    };
  }

  #inForce(enterpriseId: string, bankId: string, at: Instant): Consent | undefined {
    const latest = this.#given.get(this.#latest.get(placeOf(enterpriseId, bankId)) ?? '');
    return latest && dayOf(at) <= latest.validTo ? latest : undefined;
  }
}

const placeOf = (enterpriseId: string, bankId: string): string => `${enterpriseId} ${bankId}`;
