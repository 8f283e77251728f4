import type { OrganisationKind } from '../../../server/shared/actor';
import type { Caller } from './callers';

/** What an id may mean. A firm is an organisation and an enterprise: those who may know of the one need not of the other. */
export const recordKinds = [
  'application',
  'collateral',
  'compensation',
  'asked',
  'consent',
  'consentRequest',
  'creditRecord',
  'delivery',
  'demand',
  'dispatchDemand',
  'enterprise',
  'guarantee',
  'importBatch',
  'line',
  'institutionReport',
  'insuranceContract',
  'loanInForce',
  'marketDemand',
  'matchRun',
  'message',
  'objection',
  'offer',
  'organisation',
  'ownInsurance',
  'pool',
  'product',
  'productVersion',
  'recipient',
  'scheme',
  'supportPolicy',
  'transaction',
  'upload',
  'user',
  'verdictReview',
  'warning',
  'webhook',
  'whiteList',
  'whiteListEntry',
] as const;
export type RecordKind = (typeof recordKinds)[number];

type Judgement = (caller: Caller) => boolean;

/** A record of the town, and for whom it exists. */
export type TownRecord = {
  readonly kind: RecordKind;
  /** As a fault names it: "the draft of the other bank". */
  readonly name: string;
  readonly id: string;
  readonly version: number;
  /** Who may change it. */
  readonly isOwn: Judgement;
  /** Who may know that it exists: for everybody else its id is as good as invented. */
  readonly isKnown: Judgement;
  /** Who may read its id or its words in other records of theirs; whoever knows it may. */
  readonly isNamed: Judgement;
  /** Words that nothing else contains: where one is read, the record is. */
  readonly words: readonly string[];
};

type Described = Pick<TownRecord, 'kind' | 'name' | 'id'> & Partial<TownRecord>;

/** A record; nobody owns or knows one of which nothing is said, and it has no words of its own. */
export const aTownRecord = (described: Described): TownRecord => {
  const { isOwn = nobody, isKnown = isOwn, isNamed = nobody, version = 1, words = [] } = described;
  return { ...described, isOwn, isKnown, isNamed: anyOf(isNamed, isKnown), version, words };
};

export const everybody: Judgement = () => true;
export const nobody: Judgement = () => false;

/** Whoever belongs to one of these organisations. */
export const membersOf =
  (...organisations: readonly { readonly id: string }[]): Judgement =>
  ({ actor }) =>
    organisations.some(({ id }) => id === actor?.organisationId);

/** Whoever belongs to an organisation of this kind. */
export const every =
  (kind: OrganisationKind): Judgement =>
  ({ actor }) =>
    actor?.organisationKind === kind;

export const anyOf =
  (...judgements: readonly Judgement[]): Judgement =>
  caller =>
    judgements.some(judges => judges(caller));
