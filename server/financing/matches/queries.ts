import { createHash } from 'node:crypto';
import { and, eq, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { containing } from '../../database/select';
import { organisations } from '../../identity/tables';
import { type AuthorisationAdvice, authorisationAdvice } from '../../matching/advice';
import type { SecurityKind } from '../../matching/attributes';
import {
  Explainer,
  engineVersion,
  type JudgedProduct,
  type MatchableProduct,
  type ProductMatch,
  type RequestedFinancing,
  type Verdict,
} from '../../matching/match';
import {
  type Candidate,
  countedParts,
  type Order,
  orders,
  type Place,
  type RankQuestion,
  rank,
  type ScorePart,
} from '../../matching/rank';
import { type ProductsInForce, productsInForce } from '../../matchmaking/productsInForce';
import { products, productTraits, productVersions, type TraitKind } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import { checkListRequest, type ListRequest } from '../../shared/list';
import { invalidInput, notFound } from '../../shared/refusals';
import type { WantedLoan } from './ranking/expectedCost';
import { type ProductStanding, standingsFor } from './ranking/standings';
import { dayAsked, type Subject, subjectOf } from './subject';

export type MatchFilter = {
  readonly verdict?: Verdict | null;
  readonly label?: ProductLabel | null;
  readonly security?: SecurityKind | null;
};

export type MatchQuestion = {
  readonly request: RequestedFinancing | null;
  /** Judges the file as it stood on an earlier day; today when left out. */
  readonly on?: CalendarDate | null;
};

/** A verdict with the product's place in the list and what that rests on. */
export type RankedMatch = ProductMatch & { readonly place: Place; readonly standing: ProductStanding };

export type MatchAnswer = {
  readonly items: readonly RankedMatch[];
  /** The parts of the score that count for this question. */
  readonly counted: readonly ScorePart[];
  /** Of the verdict asked for. */
  readonly total: number;
  /** Of all products in force that label, security and words keep. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Worked out when it is asked for: it looks at every product that cannot be told. */
  readonly advice: () => readonly AuthorisationAdvice[];
  readonly today: CalendarDate;
  readonly engineVersion: string;
  /** SHA-256 of everything the answer depends on: the same digest is the same answer. */
  readonly inputDigest: string;
};

/**
 * Which products in force the actor's own firm qualifies for, and why: by tier and score or as `list.sort` says (see `rank`),
 * one page of them, with the counts over all. The records are read for the operator of the platform under the firm's consent
 * to matching; what it does not cover stays unknown and is named. Amounts in fen, terms in months, rates in basis points.
 * Refuses a day to come and an order that there is not.
 */
export async function matchesOf(
  context: ActorContext,
  list: ListRequest & { readonly q?: string | null; readonly filter?: MatchFilter | null },
  question: MatchQuestion,
): Promise<MatchAnswer> {
  checkListRequest(list);
  const by = orderAsked(list.sort);
  const { verdict, label, security } = list.filter ?? {};
  const on = dayAsked(context, question.on);
  const [inForce, kept, subject] = await Promise.all([
    productsInForce(context, on),
    versionsWith(context.db.read, { label, security, words: list.q }),
    subjectOf(context, on),
  ]);
  const standings = await standingsFor(context, inForce.loans, wantedLoan(question));
  const judged = inForce.catalogue
    .judge(subject.coordinates, question.request)
    .filter(({ product }) => kept.every(versions => versions.has(product.versionId)));
  const explainer = new Explainer(subject.facts, question.request, subject.on);
  const wanted = verdict ? judged.filter(each => each.verdict === verdict) : judged;
  const first = (list.page - 1) * list.perPage;
  const ranked = ranking(wanted, explainer, standings, { requestedFen: requestedFen(question), by });
  return {
    items: ranked.slice(first, first + list.perPage).map(place => rankedMatch(place, explainer, standings)),
    counted: countedParts([...standings.values()], requestedFen(question)),
    total: wanted.length,
    counts: countsOf(judged),
    advice: () =>
      authorisationAdvice(
        judged
          .filter(each => each.verdict === 'possible')
          .map(({ product }) => ({ productId: product.id, gaps: explainer.gapsOf(product) })),
      ),
    today: subject.on,
    engineVersion,
    inputDigest: digestOf(inForce, judged, subject, question.request),
  };
}

/** The verdict on one product in force, with its reasons; any other product is not found. */
export async function matchOf(context: ActorContext, productId: string, question: MatchQuestion): Promise<RankedMatch> {
  const on = dayAsked(context, question.on);
  const [inForce, subject] = await Promise.all([productsInForce(context, on), subjectOf(context, on)]);
  const judged = inForce.catalogue.judge(subject.coordinates, question.request).filter(({ product }) => product.id === productId);
  const standings = await standingsFor(context, inForce.loans, wantedLoan(question));
  const explainer = new Explainer(subject.facts, question.request, subject.on);
  const [place] = ranking(judged, explainer, standings, { requestedFen: requestedFen(question), by: 'best' });
  if (!place) throw notFound({ zh: '在架产品', en: 'product in force' }, productId);
  return rankedMatch(place, explainer, standings);
}

const requestedFen = ({ request }: MatchQuestion): number | null => request?.amountFen ?? null;

const wantedLoan = ({ request }: MatchQuestion): WantedLoan => ({
  amountFen: request?.amountFen ?? null,
  termMonths: request?.termMonths ?? null,
  repaymentMethods: request?.repaymentMethodsAccepted ?? [],
});

function orderAsked(sort: string | null | undefined): Order {
  if (!sort) return 'best';
  const order = orders.find(each => each === sort);
  if (order === undefined)
    throw invalidInput('sort', sort, 'sort.unknown', {
      zh: `不能按「${sort}」排序；可用：${orders.join('、')}。`,
      en: `Cannot sort by "${sort}"; choose one of ${orders.join(', ')}.`,
    });
  return order;
}

type JudgedCandidate = Candidate & { readonly product: MatchableProduct };

/** The judged products in the order of their places; one that is missed by one clause may be a move away. */
const ranking = (
  judged: readonly JudgedProduct[],
  explainer: Explainer,
  standings: ReadonlyMap<string, ProductStanding>,
  question: RankQuestion,
): readonly Place<JudgedCandidate>[] =>
  rank(
    judged.map(({ product, verdict, unmet }) => ({
      product,
      productId: product.id,
      verdict,
      unmet,
      isOneMoveAway: unmet === 1 && isOneMoveAway(explainer.verdictAfterChanges(product)),
    })),
    standings,
    question,
  );

const isOneMoveAway = (then: Verdict | null): boolean => then !== null && then !== 'notEligible';

const rankedMatch = (
  place: Place<JudgedCandidate>,
  explainer: Explainer,
  standings: ReadonlyMap<string, ProductStanding>,
): RankedMatch => ({
  ...explainer.explain(place.candidate.product),
  place,
  standing: standings.get(place.candidate.productId) as ProductStanding,
});

/** For label, security and words, where asked for, the versions that have it. */
function versionsWith(
  read: Reader,
  { label, security, words }: Pick<MatchFilter, 'label' | 'security'> & { readonly words?: string | null },
): Promise<readonly ReadonlySet<string>[]> {
  const wanted: readonly { kind: TraitKind; code: string }[] = [
    ...(label ? [{ kind: 'label' as const, code: label }] : []),
    ...(security ? [{ kind: 'security' as const, code: security }] : []),
  ];
  return Promise.all([
    ...wanted.map(trait => versionsWithTrait(read, trait)),
    ...(words?.trim() ? [versionsNamed(read, words.trim())] : []),
  ]);
}

/** The versions with `words` in their name or in their institution's. */
async function versionsNamed(read: Reader, words: string): Promise<Set<string>> {
  const rows = await read
    .select({ versionId: productVersions.id })
    .from(productVersions)
    .innerJoin(products, eq(products.id, productVersions.productId))
    .innerJoin(organisations, eq(organisations.id, products.institutionId))
    .where(or(containing(productVersions.name, words), containing(organisations.name, words)));
  return new Set(rows.map(({ versionId }) => versionId));
}

async function versionsWithTrait(read: Reader, { kind, code }: { kind: TraitKind; code: string }): Promise<Set<string>> {
  const rows = await read
    .select({ versionId: productTraits.versionId })
    .from(productTraits)
    .where(and(eq(productTraits.kind, kind), eq(productTraits.code, code)));
  return new Set(rows.map(({ versionId }) => versionId));
}

const countsOf = (judged: readonly JudgedProduct[]): Record<Verdict, number> => {
  const counts = { eligible: 0, possible: 0, notEligible: 0 };
  for (const { verdict } of judged) counts[verdict] += 1;
  return counts;
};

/** The digest of the digests of all that the answer depends on: what the products ask, the facts, the request, the day. */
function digestOf(
  { catalogue, digests }: ProductsInForce,
  judged: readonly JudgedProduct[],
  { digest, on }: Subject,
  request: RequestedFinancing | null,
): string {
  const isJudged = new Set(judged.map(({ product }) => product));
  const asked = catalogue.products.filter(product => isJudged.has(product)).map(({ versionId }) => digests.get(versionId));
  return createHash('sha256')
    .update(JSON.stringify([engineVersion, on, request, digest, asked]))
    .digest('hex');
}
