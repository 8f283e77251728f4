import type { AuditFact } from '../audit/record';
import { operationOf } from './applications/access';
import type { ApplicationVerb } from './applications/lifecycle';
import type { Application } from './applications/tables';
import type { FinancingDemand } from './demands/tables';
import type { Offer } from './offers/tables';

/** What the audit chain keeps of each step of a deal: the same for a command and for a history that is brought in. */
export const openingFact = ({ id, amountFen, termMonths, purpose, route }: FinancingDemand): AuditFact => ({
  verb: 'openDemand',
  subject: { kind: 'demand', id },
  details: { amountFen, termMonths, purpose, ...(route === 'direct' ? {} : { route }) },
});

export const withdrawalFact = ({ id }: FinancingDemand): AuditFact => ({
  verb: 'withdrawDemand',
  subject: { kind: 'demand', id },
});

export function submissionFact(application: Application): AuditFact {
  const { demandId, productId, productVersionId, consentId, channel, amountFen, termMonths, matchVerdict, matchDigest } =
    application;
  return {
    verb: 'submitApplication',
    subject: { kind: 'application', id: application.id },
    details: { demandId, productId, productVersionId, consentId, channel, amountFen, termMonths, matchVerdict, matchDigest },
  };
}

/** How an application came to a bank that its firm did not choose itself; nothing in it says whose it is. */
export function arrivalFact(application: Application): AuditFact {
  const { demandId, productId, productVersionId, origin, amountFen, termMonths, matchVerdict, matchDigest } = application;
  return {
    verb: origin === 'grabbed' ? 'grabDemand' : 'inviteInstitution',
    subject: { kind: 'application', id: application.id },
    details: { demandId, productId, productVersionId, amountFen, termMonths, matchVerdict, matchDigest },
  };
}

export type MoveNote = {
  readonly verb: ApplicationVerb;
  /** The words that the other side reads. */
  readonly reason?: string | null;
  readonly details?: Record<string, unknown>;
};

/** An application moved from one state to the next. */
export const moveFact = (before: Application, after: Application, { verb, reason, details }: MoveNote): AuditFact => ({
  verb: operationOf[verb],
  subject: { kind: 'application', id: after.id },
  reason: reason ?? null,
  details: {
    from: before.state,
    to: after.state,
    ...(after.reasonCode === null ? {} : { reasonCode: after.reasonCode }),
    ...details,
  },
});

/** What is kept of an offer when it is made. */
export const offerDetails = ({
  id,
  number,
  amountFen,
  rateBps,
  annualisedRateBps,
  validUntil,
  termsHash,
}: Offer): Record<string, unknown> => ({
  offerId: id,
  number,
  amountFen,
  rateBps,
  annualisedRateBps,
  validUntil,
  termsHash,
});
