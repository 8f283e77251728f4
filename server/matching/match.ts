import type { CalendarDate } from '../shared/dates';
import type { AttributeKey, Purpose, RepaymentMethod, RequestAttributeKey, SecurityKind } from './attributes';
import { ruleText } from './canonical';
import { changedSubject } from './changes';
import type { Subject } from './evaluate';
import { allOf, explainClause, type Finding, type FindingVerdict } from './explain';
import type { Fact, Facts, FactValue } from './facts';
import type { Rule } from './rule';
import { type ProductTerms, type TermClause, termClauses } from './terms';

/** Changes whenever a verdict or an explanation could come out differently for the same input. */
export const engineVersion = '1';

export type Verdict = 'eligible' | 'possible' | 'notEligible';

export type MatchableProduct = {
  readonly id: string;
  readonly versionId: string;
  readonly rule: Rule;
  readonly terms: ProductTerms;
};

/** What a firm asks for. Null means not said; a null rate or an empty list of repayment methods means that any will do. */
export type RequestedFinancing = {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly purpose: Purpose | null;
  /** Empty when the firm offers no security. */
  readonly securitiesOffered: readonly SecurityKind[] | null;
  readonly highestRateBps: number | null;
  readonly repaymentMethodsAccepted: readonly RepaymentMethod[];
};

/** The verdict on one product version with one finding per clause: its terms first, then its rule as written. */
export type ProductMatch = {
  readonly productId: string;
  readonly versionId: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /**
   * When one clause alone is unmet and can be changed: the verdict once it has been, judged anew over all clauses, since
   * what meets one may break another. Null in every other case.
   */
  readonly verdictAfterChanges: Verdict | null;
};

/**
 * The one door of matching: a verdict with reasons for every product, eligible first, then possible with the fewest
 * open questions, then not eligible with the fewest unmet clauses; ties by product id, so equal input gives equal
 * output. Amounts in fen, terms in months, rates in basis points.
 *
 * Without a request the question is whether the firm could qualify with some request: clauses about the request are
 * left out, not unknown. What is missing about the firm is never read as yes or no.
 */
export function match(
  products: readonly MatchableProduct[],
  facts: Facts,
  request: RequestedFinancing | null,
  today: CalendarDate,
): readonly ProductMatch[] {
  const subject: Subject = { facts: withRequest(facts, request, today), today, hasRequest: request !== null };
  return products.map(product => matchProduct(product, subject, request)).sort(inOrder);
}

function matchProduct(product: MatchableProduct, subject: Subject, request: RequestedFinancing | null): ProductMatch {
  const acceptsAnyRate = request === null || request.highestRateBps === null;
  const acceptsAnyRepayment = request === null || request.repaymentMethodsAccepted.length === 0;
  const clauses = [
    ...termClauses(product.terms, { acceptsAnyRate, acceptsAnyRepayment }),
    ...product.rule.all.map((clause, index) => ({ path: `/all/${index}`, clause })),
  ];
  const findings = explainAll(clauses, subject);
  const [unmet, ...others] = findings.filter(({ verdict }) => verdict === 'unmet');
  const changes = others.length === 0 ? (unmet?.changes ?? []) : [];
  return {
    productId: product.id,
    versionId: product.versionId,
    verdict: verdicts[allOf(findings)],
    findings,
    verdictAfterChanges: changes.length === 0 ? null : verdicts[allOf(explainAll(clauses, changedSubject(subject, changes)))],
  };
}

const explainAll = (clauses: readonly TermClause[], subject: Subject): readonly Finding[] =>
  clauses.flatMap(({ clause, path }) => explainClause(clause, path, subject) ?? []);

const verdicts: Readonly<Record<FindingVerdict, Verdict>> = { met: 'eligible', unknown: 'possible', unmet: 'notEligible' };

/** The facts with the request's fields among them, as of today; what the request does not say stays unknown. */
function withRequest(facts: Facts, request: RequestedFinancing | null, today: CalendarDate): Facts {
  if (request === null) return facts;
  const stated: Readonly<Record<RequestAttributeKey, FactValue | null>> = {
    requestAmountFen: request.amountFen,
    requestTermMonths: request.termMonths,
    requestPurpose: request.purpose,
    securitiesOffered: request.securitiesOffered,
    highestRateBps: request.highestRateBps,
    repaymentMethodsAccepted: request.repaymentMethodsAccepted.length === 0 ? null : request.repaymentMethodsAccepted,
  };
  const merged = new Map<AttributeKey, Fact>(facts);
  for (const [key, value] of Object.entries(stated) as [RequestAttributeKey, FactValue | null][])
    merged.set(
      key,
      value === null ? { known: false, reason: 'missing' } : { known: true, value, asOf: today, source: 'REQUEST' },
    );
  return merged;
}

const verdictOrder: readonly Verdict[] = ['eligible', 'possible', 'notEligible'];

const inOrder = (a: ProductMatch, b: ProductMatch): number =>
  verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) ||
  obstacles(a) - obstacles(b) ||
  byText(a.productId, b.productId);

/** How many clauses stand between the firm and the next better verdict. */
const obstacles = ({ verdict, findings }: ProductMatch): number =>
  findings.filter(finding => finding.verdict === (verdict === 'possible' ? 'unknown' : 'unmet')).length;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Everything a run depends on as one canonical text, to be hashed and stored with its result: the same text always
 * gives the same matches. Products, facts and lists are ordered, so the order they were handed over in does not matter.
 */
export function matchInputText(
  products: readonly MatchableProduct[],
  facts: Facts,
  request: RequestedFinancing | null,
  today: CalendarDate,
): string {
  return stableText({
    engineVersion,
    today,
    request,
    products: products
      .map(({ id, versionId, rule, terms }) => ({ id, versionId, rule: ruleText(rule), terms }))
      .sort((a, b) => byText(a.id, b.id) || byText(a.versionId, b.versionId)),
    facts: [...facts].sort(([a], [b]) => byText(a, b)),
  });
}

/** JSON with the keys of every object in order. */
const stableText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => byText(a, b)))
      : part,
  );
