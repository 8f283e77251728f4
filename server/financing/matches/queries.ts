import { createHash } from 'node:crypto';
import { and, eq, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { containing } from '../../database/select';
import { organisations } from '../../identity/tables';
import { type AuthorisationAdvice, authorisationAdvice } from '../../matching/advice';
import type { SecurityKind } from '../../matching/attributes';
import {
  engineVersion,
  type MatchableProduct,
  match,
  matchInputText,
  type ProductMatch,
  type RequestedFinancing,
  type Verdict,
} from '../../matching/match';
import { countedParts, type Order, orders, type Place, type RankQuestion, rank, type ScorePart } from '../../matching/rank';
import { publishedProducts } from '../../products/queries';
import { products, productTraits, productVersions, type TraitKind } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import { checkListRequest, type ListRequest } from '../../shared/list';
import { invalidInput, notFound } from '../../shared/refusals';
import type { WantedLoan } from './ranking/expectedCost';
import { type ProductStanding, standingsFor } from './ranking/standings';
import { type Subject, subjectOf } from './subject';

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
  readonly advice: readonly AuthorisationAdvice[];
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
  const [all, kept, subject, standings] = await Promise.all([
    publishedProducts(context.db.read, context.today),
    versionsWith(context.db.read, { label, security, words: list.q }),
    subjectOf(context, question.on),
    standingsFor(context, wantedLoan(question)),
  ]);
  const judged = all.filter(({ versionId }) => kept.every(versions => versions.has(versionId)));
  const matches = match(judged, subject.facts, question.request, subject.on);
  const wanted = verdict ? matches.filter(each => each.verdict === verdict) : matches;
  const first = (list.page - 1) * list.perPage;
  return {
    items: rankedMatches(wanted, standings, { requestedFen: requestedFen(question), by }).slice(first, first + list.perPage),
    counted: countedParts([...standings.values()], requestedFen(question)),
    total: wanted.length,
    counts: countsOf(matches),
    advice: authorisationAdvice(matches),
    today: subject.on,
    engineVersion,
    inputDigest: digestOf(judged, subject, question.request),
  };
}

/** The verdict on one product in force, with its reasons; any other product is not found. */
export async function matchOf(context: ActorContext, productId: string, question: MatchQuestion): Promise<RankedMatch> {
  const [all, subject, standings] = await Promise.all([
    publishedProducts(context.db.read, context.today),
    subjectOf(context, question.on),
    standingsFor(context, wantedLoan(question)),
  ]);
  const judged = match(
    all.filter(({ id }) => id === productId),
    subject.facts,
    question.request,
    subject.on,
  );
  const [found] = rankedMatches(judged, standings, { requestedFen: requestedFen(question), by: 'best' });
  if (!found) throw notFound({ zh: '在架产品', en: 'product in force' }, productId);
  return found;
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

/** The matches in the order of their places. A product published since the standings were read waits for the next question. */
function rankedMatches(
  matches: readonly ProductMatch[],
  standings: ReadonlyMap<string, ProductStanding>,
  question: RankQuestion,
): readonly RankedMatch[] {
  const candidates = matches
    .filter(({ productId }) => standings.has(productId))
    .map(match => ({
      match,
      productId: match.productId,
      verdict: match.verdict,
      unmet: match.findings.filter(({ verdict }) => verdict === 'unmet').length,
      isOneMoveAway: match.verdictAfterChanges !== null && match.verdictAfterChanges !== 'notEligible',
    }));
  return rank(candidates, standings, question).map(place => ({
    ...place.candidate.match,
    place,
    standing: standings.get(place.candidate.productId) as ProductStanding,
  }));
}

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

const countsOf = (matches: readonly ProductMatch[]): Record<Verdict, number> => {
  const counts = { eligible: 0, possible: 0, notEligible: 0 };
  for (const { verdict } of matches) counts[verdict] += 1;
  return counts;
};

const digestOf = (products: readonly MatchableProduct[], { facts, on }: Subject, request: RequestedFinancing | null): string =>
  createHash('sha256')
    .update(matchInputText(products, facts, request, on))
    .digest('hex');
