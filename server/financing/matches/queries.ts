import { createHash } from 'node:crypto';
import { and, asc, eq, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { containing } from '../../database/select';
import { deriveFacts } from '../../enterprises/facts';
import { readRecords } from '../../enterprises/records/readRecords';
import { enterprises } from '../../enterprises/tables';
import { organisations } from '../../identity/tables';
import { type AuthorisationAdvice, authorisationAdvice } from '../../matching/advice';
import type { SecurityKind } from '../../matching/attributes';
import type { Facts } from '../../matching/facts';
import {
  engineVersion,
  type MatchableProduct,
  match,
  matchInputText,
  type ProductMatch,
  type RequestedFinancing,
  type Verdict,
} from '../../matching/match';
import { publishedProducts } from '../../products/queries';
import { products, productTraits, productVersions, type TraitKind } from '../../products/tables';
import type { ProductLabel } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import { checkListRequest, type ListRequest } from '../../shared/list';
import { invalidInput, notAllowed, notFound } from '../../shared/refusals';

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

export type MatchAnswer = {
  readonly items: readonly ProductMatch[];
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
 * Which products in force the actor's own firm qualifies for, and why: best first, one page of them, with the counts
 * over all. The records are read for the operator of the platform under the firm's consent to matching; what it does
 * not cover stays unknown and is named. Amounts in fen, terms in months, rates in basis points. Refuses a day to come.
 */
export async function matchesOf(
  context: ActorContext,
  list: ListRequest & { readonly q?: string | null; readonly filter?: MatchFilter | null },
  question: MatchQuestion,
): Promise<MatchAnswer> {
  checkListRequest(list);
  const { verdict, label, security } = list.filter ?? {};
  const [all, kept, subject] = await Promise.all([
    publishedProducts(context.db.read, context.today),
    versionsWith(context.db.read, { label, security, words: list.q }),
    subjectOf(context, question.on ?? context.today),
  ]);
  const judged = all.filter(({ versionId }) => kept.every(versions => versions.has(versionId)));
  const matches = match(judged, subject.facts, question.request, subject.on);
  const wanted = verdict ? matches.filter(each => each.verdict === verdict) : matches;
  const first = (list.page - 1) * list.perPage;
  return {
    items: wanted.slice(first, first + list.perPage),
    total: wanted.length,
    counts: countsOf(matches),
    advice: authorisationAdvice(matches),
    today: subject.on,
    engineVersion,
    inputDigest: digestOf(judged, subject, question.request),
  };
}

/** The verdict on one product in force, with its reasons; any other product is not found. */
export async function matchOf(context: ActorContext, productId: string, question: MatchQuestion): Promise<ProductMatch> {
  const [all, subject] = await Promise.all([
    publishedProducts(context.db.read, context.today),
    subjectOf(context, question.on ?? context.today),
  ]);
  const [found] = match(
    all.filter(({ id }) => id === productId),
    subject.facts,
    question.request,
    subject.on,
  );
  if (!found) throw notFound({ zh: '在架产品', en: 'product in force' }, productId);
  return found;
}

type Subject = { readonly facts: Facts; readonly on: CalendarDate };

async function subjectOf(context: ActorContext, on: CalendarDate): Promise<Subject> {
  if (on > context.today)
    throw invalidInput('on', on, 'on.future', {
      zh: `不能按将来的日期 ${on} 匹配，请选择 ${context.today} 或更早的日期。`,
      en: `Matching cannot look ahead to ${on}: choose ${context.today} or an earlier day.`,
    });
  const enterpriseId = context.actor.organisationId;
  const [[own], [operator]] = await Promise.all([
    context.db.read.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, enterpriseId)),
    context.db.read
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')))
      .orderBy(asc(organisations.createdAt), asc(organisations.id))
      .limit(1),
  ]);
  if (!own)
    throw notAllowed(
      { zh: '只有企业可以查看产品匹配。', en: 'Only a firm is matched with products.' },
      { rule: 'organisationKind' },
    );
  if (!operator) throw new Error('the platform has no active operator to match for its firms');
  const { records, withheld } = await readRecords(context, {
    enterpriseId,
    purpose: 'matching',
    readerOrganisationId: operator.id,
  });
  const facts = deriveFacts({ records: records.filter(({ asOf }) => asOf <= on), notConsented: withheld, today: on });
  return { facts, on };
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
