import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import { verbsFrom } from '../../shared/lifecycle';
import { type ApplicationState, type ApplicationVerb, applicationLifecycle } from './lifecycle';
import type { Application } from './tables';

/** The two sides of an application. Nobody else knows of it. */
export type ApplicationParty = 'enterprise' | 'institution';

/** Whose turn it can be, or who can have done something: beside the two sides, those who guarantee the loan. */
export type ApplicationActor = ApplicationParty | 'guarantor';

type Between = Pick<Application, 'enterpriseId' | 'institutionId'>;
type Standing = Pick<Application, 'state' | 'offerValidUntil' | 'offersUntil'>;
type Granted = Pick<Application, 'needsGuarantee'>;

/** The side on which `actor` stands; null for everybody else, the platform's operator included. */
export function partyOf(actor: Actor, { enterpriseId, institutionId }: Between): ApplicationParty | null {
  if (actor.organisationId === enterpriseId) return 'enterprise';
  return actor.organisationId === institutionId ? 'institution' : null;
}

export const canSeeApplication = (actor: Actor, application: Between): boolean => partyOf(actor, application) !== null;

/** Whose each verb is; lapsing, what the clock does and what the guarantors decide are for neither side. */
const verbParty: Readonly<Record<ApplicationVerb, ApplicationParty | 'either' | null>> = {
  accept: 'institution',
  decline: 'institution',
  startDueDiligence: 'institution',
  requestCorrection: 'institution',
  answerCorrection: 'enterprise',
  giveInPrinciple: 'institution',
  reject: 'institution',
  makeOffer: 'institution',
  withdrawOffer: 'institution',
  acceptOffer: 'enterprise',
  declineOffer: 'enterprise',
  counter: 'enterprise',
  keepOffer: 'institution',
  requestGuarantee: 'institution',
  approveGuarantee: null,
  rejectGuarantee: null,
  approve: 'institution',
  amend: 'institution',
  reopenBargaining: null,
  issueContract: 'institution',
  signContract: 'enterprise',
  disburse: 'institution',
  openLine: 'institution',
  withdraw: 'enterprise',
  cancel: 'either',
  lapse: null,
  release: null,
  closeUnanswered: null,
  expireOffer: null,
};

/** Whether `actor` is the one to do `verb`; whether the state allows it, the lifecycle says. */
export function mayDo(actor: Actor, application: Between, verb: ApplicationVerb): boolean {
  const party = partyOf(actor, application);
  const whose = verbParty[verb];
  return party !== null && (whose === 'either' || whose === party) && actor.role !== 'auditor';
}

/** The state on a day: an application whose offer was not taken in time has lapsed, unless the bank has yet to answer. */
export const stateOn = (application: Pick<Standing, 'state' | 'offerValidUntil'>, today: CalendarDate): ApplicationState =>
  application.state === 'offered' && !isOfferOpenOn(application, today) ? 'lapsed' : application.state;

/** The offer that waits for an answer has not run out. */
export const isOfferOpenOn = ({ offerValidUntil }: Pick<Standing, 'offerValidUntil'>, today: CalendarDate): boolean =>
  offerValidUntil !== null && offerValidUntil >= today;

/** In an auction a bank makes its first offer in time; what it offers instead of one that is bargained over, later too. */
export const takesOfferOn = ({ state, offersUntil }: Pick<Standing, 'state' | 'offersUntil'>, today: CalendarDate): boolean =>
  offersUntil === null || today <= offersUntil || state === 'countered';

/** The firm chooses among the offers of an auction once every bank has had its time. */
export const mayChooseOn = ({ offersUntil }: Pick<Standing, 'offersUntil'>, today: CalendarDate): boolean =>
  offersUntil === null || today > offersUntil;

/** Who is asking: a bank that was not sent the application by the firm learns it when it takes it up, not before. */
export const knowsWhose = (actor: Actor, application: Between & Pick<Application, 'revealedAt'>): boolean =>
  partyOf(actor, application) === 'enterprise' || application.revealedAt !== null;

/** Each verb by the name that the audit chain and the API know it by. */
export const operationOf = {
  accept: 'acceptApplication',
  decline: 'declineApplication',
  startDueDiligence: 'startDueDiligence',
  requestCorrection: 'requestCorrection',
  answerCorrection: 'answerCorrection',
  giveInPrinciple: 'giveInPrinciple',
  reject: 'rejectApplication',
  makeOffer: 'makeOffer',
  withdrawOffer: 'withdrawOffer',
  acceptOffer: 'acceptOffer',
  declineOffer: 'declineOffer',
  counter: 'counterOffer',
  keepOffer: 'keepOffer',
  requestGuarantee: 'requestGuarantee',
  approveGuarantee: 'approveGuarantee',
  rejectGuarantee: 'rejectGuarantee',
  approve: 'approveApplication',
  amend: 'amendApproval',
  reopenBargaining: 'reopenBargaining',
  issueContract: 'issueContract',
  signContract: 'signContract',
  disburse: 'disburse',
  openLine: 'openLine',
  withdraw: 'withdrawApplication',
  cancel: 'cancelApplication',
  lapse: 'lapseApplication',
  release: 'releaseApplication',
  closeUnanswered: 'closeUnanswered',
  expireOffer: 'expireOffer',
} as const satisfies Readonly<Record<ApplicationVerb, string>>;

/** Verbs that take an offer by its id; they are among the offer's own. */
const ofOffers: readonly ApplicationVerb[] = ['withdrawOffer', 'acceptOffer', 'declineOffer', 'counter'];

/** What `actor` may do to the application now, by the names of the operations. */
export const verbsOnApplication = (
  actor: Actor,
  application: Between & Standing & Granted,
  today: CalendarDate,
): (typeof operationOf)[ApplicationVerb][] =>
  verbsFrom(applicationLifecycle, stateOn(application, today))
    .filter(verb => !ofOffers.includes(verb) && mayDo(actor, application, verb))
    .filter(verb => verb !== 'keepOffer' || isOfferOpenOn(application, today))
    .filter(verb => verb !== 'makeOffer' || takesOfferOn(application, today))
    .filter(verb => verb !== (application.needsGuarantee ? 'approve' : 'requestGuarantee'))
    .filter(verb => verb !== 'openLine' || !application.needsGuarantee)
    .map(verb => operationOf[verb]);
