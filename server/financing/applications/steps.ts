import { needsConsent } from '../../enterprises/dataClasses';
import type { SecurityKind } from '../../matching/attributes';
import { governmentDataClassCodes, type RecordedDataClassCode } from '../../shared/dataClassCodes';
import type { CalendarDate, Instant } from '../../shared/dates';
import { nextState } from '../../shared/lifecycle';
import type { FinancingDemand } from '../demands/tables';
import { stateOn } from './access';
import { type ApplicationVerb, applicationLifecycle, liveStates } from './lifecycle';
import type { ReasonCode } from './reasons';
import type { Application, ApplicationOrigin, Channel } from './tables';

export type Submission = {
  readonly id: string;
  readonly demand: Pick<FinancingDemand, 'id' | 'enterpriseId' | 'offersUntil'>;
  readonly product: { readonly id: string; readonly versionId: string; readonly institutionId: string };
  readonly origin: ApplicationOrigin;
  readonly followsId: string | null;
  /** The consents of the firm to the bank that are in force; the first is the one kept with the application. */
  readonly consents: readonly ConsentGiven[];
  readonly amountFen: number;
  readonly termMonths: number;
  readonly securities: readonly SecurityKind[];
  readonly match: Pick<Application, 'matchVerdict' | 'matchDigest' | 'engineVersion'>;
  readonly idempotencyKey: string;
  readonly requestDigest: string;
  readonly submittedAt: Instant;
};

export type ConsentGiven = { readonly id: string; readonly dataClasses: readonly RecordedDataClassCode[] };

/** The row of an application that has just come to its bank: submitted, or as an invitation. */
export const submittedApplication = ({ demand, product, consents, match, ...rest }: Submission): Application => ({
  ...rest,
  ...match,
  demandId: demand.id,
  enterpriseId: demand.enterpriseId,
  offersUntil: demand.offersUntil,
  institutionId: product.institutionId,
  productId: product.id,
  productVersionId: product.versionId,
  consentId: consents[0]?.id ?? null,
  channel: channelOf(consents.flatMap(({ dataClasses }) => dataClasses)),
  state: rest.origin === 'invited' ? 'invited' : 'submitted',
  revealedAt: rest.origin === 'applied' ? rest.submittedAt : null,
  offerValidUntil: null,
  resumesTo: null,
  counterRounds: 0,
  needsGuarantee: false,
  reasonCode: null,
  reasonText: null,
  decidedAt: null,
  version: 1,
});

/** The channel of an application whose bank was authorised to read `dataClasses` when it was submitted. */
export const channelOf = (dataClasses: readonly RecordedDataClassCode[]): Channel =>
  dataClasses.some(code => governmentData.has(code) && needsConsent(code)) ? 'governmentData' : 'direct';

const governmentData: ReadonlySet<RecordedDataClassCode> = new Set(governmentDataClassCodes);

export type Moment = { readonly now: Instant; readonly today: CalendarDate };

/** What a verb says beside moving the application on. */
export type ApplicationWords = {
  readonly offerValidUntil?: CalendarDate | null;
  readonly counterRounds?: number;
  readonly needsGuarantee?: boolean;
  readonly reasonCode?: ReasonCode;
  readonly reasonText?: string | null;
};

/** The row of an application after `verb`; refuses with CONFLICT a verb that its state on the day does not have. */
export function applicationAfter(
  application: Application,
  verb: ApplicationVerb,
  { now, today }: Moment,
  { offerValidUntil, counterRounds, needsGuarantee, reasonCode, reasonText }: ApplicationWords = {},
): Application {
  // An offer that has run out counts as lapsed before the clock has come to it: it still has to be ended.
  const before = verb === 'expireOffer' ? application.state : stateOn(application, today);
  const state = nextState(applicationLifecycle, before, verb, application.resumesTo);
  return {
    ...application,
    state,
    revealedAt: application.revealedAt ?? (verb === 'accept' ? now : null),
    offerValidUntil: offerValidUntil ?? null,
    resumesTo: state === 'actionRequired' ? before : null,
    counterRounds: counterRounds ?? application.counterRounds,
    needsGuarantee: needsGuarantee ?? application.needsGuarantee,
    reasonCode: reasonCode ?? null,
    reasonText: reasonText ?? null,
    decidedAt: liveStates.includes(state) ? null : now,
    version: application.version + 1,
  };
}
