import type { CalendarDate } from '../shared/dates';
import { remembered } from '../shared/remembered';
import { stableText } from '../shared/stableText';
import type { AttributeKey, Purpose, RepaymentMethod, RequestAttributeKey, SecurityKind } from './attributes';
import { ruleText } from './canonical';
import { changedSubject } from './changes';
import { withRequestFacts } from './coordinates';
import { all, judgeClause, no, type Subject } from './evaluate';
import { allOf, type ClauseGaps, explainClause, type Finding, type FindingVerdict, gapsOfClause, verdictOf } from './explain';
import type { Fact, Facts, FactValue } from './facts';
import { type Judged, Matcher } from './matcher';
import type { Move } from './moves';
import type { Rule } from './rule';
import { type Openness, type ProductTerms, type TermClause, termClauses } from './terms';

/** Changes whenever a verdict or an explanation could come out differently for the same input. */
export const engineVersion = '2';

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

/** A product judged, not yet explained: how many of its written clauses are unmet or cannot be told. */
export type JudgedProduct = Judged & { readonly product: MatchableProduct };

/**
 * The products in force on a day, made ready to be asked about: compiled once, then every question takes microseconds.
 * This and `Explainer` are the one door of matching. Amounts in fen, terms in months, rates in basis points. How it is done:
 * docs/decisions/0008-matching-engine.md, which follows two rules through it.
 *
 * Without a request the question is whether the firm could qualify with some request: clauses about the request are
 * left out, not unknown. What is missing about the firm is never read as yes or no.
 */
export class Catalogue {
  readonly matcher: Matcher;

  constructor(
    readonly products: readonly MatchableProduct[],
    readonly today: CalendarDate,
  ) {
    this.matcher = new Matcher(products, today);
  }

  /**
   * The verdict on every product, eligible first, then possible with the fewest open questions, then not eligible with
   * the fewest unmet clauses; ties by product id, so equal input gives equal output. `coordinates` are the firm's facts
   * (`coordinatesOf`), which need to be made but once for all its questions.
   */
  judge(coordinates: Float64Array, request: RequestedFinancing | null): readonly JudgedProduct[] {
    const judged = this.matcher.forward(this.withRequest(coordinates, request), request !== null);
    return this.products
      .map((product, index): JudgedProduct => {
        const { verdict, unmet, open } = judged[index] as Judged;
        return { product, verdict, unmet, open };
      })
      .sort((a, b) => placeOf(a) - placeOf(b) || byText(a.product.id, b.product.id));
  }

  /** Every single change of the firm or its request that makes some product eligible; products by place in `products`. */
  moves(coordinates: Float64Array, request: RequestedFinancing | null): readonly Move[] {
    return this.matcher.moves(this.withRequest(coordinates, request), request !== null);
  }

  private withRequest(coordinates: Float64Array, request: RequestedFinancing | null): Float64Array {
    return request === null ? coordinates : withRequestFacts(coordinates, requestFacts(request, this.today));
  }
}

/**
 * Explains products to one firm with its request, by the definition that the engine is held to. Each product is explained
 * once, however often it is asked about.
 */
export class Explainer {
  private readonly subject: Subject;
  private readonly openness: Openness;

  constructor(facts: Facts, request: RequestedFinancing | null, today: CalendarDate) {
    this.subject = { facts: withRequest(facts, request, today), today, hasRequest: request !== null };
    this.openness = {
      acceptsAnyRate: request === null || request.highestRateBps === null,
      acceptsAnyRepayment: request === null || request.repaymentMethodsAccepted.length === 0,
    };
  }

  /** The verdict on a product with one finding for each of its clauses. */
  readonly explain = remembered((product: MatchableProduct): ProductMatch => {
    const findings = this.clausesOf(product).flatMap(({ clause, path }) => explainClause(clause, path, this.subject) ?? []);
    return {
      productId: product.id,
      versionId: product.versionId,
      verdict: verdicts[allOf(findings)],
      findings,
      verdictAfterChanges: this.verdictAfterChanges(product),
    };
  });

  /** As in its explanation, for a fraction of the work: see `ProductMatch`. */
  verdictAfterChanges(product: MatchableProduct): Verdict | null {
    const clauses = this.clausesOf(product);
    const [unmet, ...others] = clauses.filter(({ clause }) => judgeClause(clause, this.subject) === no);
    if (unmet === undefined || others.length > 0) return null;
    const changes = explainClause(unmet.clause, unmet.path, this.subject)?.changes ?? [];
    return changes.length === 0 ? null : verdictOn(clauses, changedSubject(this.subject, changes));
  }

  /** What each of its clauses that cannot be told waits for: as in its explanation, for a fraction of the work. */
  gapsOf(product: MatchableProduct): readonly ClauseGaps[] {
    return this.clausesOf(product).flatMap(({ clause }) => gapsOfClause(clause, this.subject) ?? []);
  }

  private clausesOf({ terms, rule }: MatchableProduct): readonly TermClause[] {
    return [...termClauses(terms, this.openness), ...writtenClauses(rule)];
  }
}

const writtenClauses = remembered((rule: Rule): readonly TermClause[] =>
  rule.all.map((clause, index) => ({ path: `/all/${index}`, clause })),
);

const verdictOn = (clauses: readonly TermClause[], subject: Subject): Verdict =>
  verdicts[verdictOf(all(clauses.map(({ clause }) => judgeClause(clause, subject))))];

const verdicts: Readonly<Record<FindingVerdict, Verdict>> = { met: 'eligible', unknown: 'possible', unmet: 'notEligible' };

/** The facts with the request's fields among them, as of today; what the request does not say stays unknown. */
const withRequest = (facts: Facts, request: RequestedFinancing | null, today: CalendarDate): Facts =>
  request === null ? facts : new Map<AttributeKey, Fact>([...facts, ...requestFacts(request, today)]);

function requestFacts(request: RequestedFinancing, today: CalendarDate): Facts {
  const stated: Readonly<Record<RequestAttributeKey, FactValue | null>> = {
    requestAmountFen: request.amountFen,
    requestTermMonths: request.termMonths,
    requestPurpose: request.purpose,
    securitiesOffered: request.securitiesOffered,
    highestRateBps: request.highestRateBps,
    repaymentMethodsAccepted: request.repaymentMethodsAccepted.length === 0 ? null : request.repaymentMethodsAccepted,
  };
  return new Map(
    (Object.entries(stated) as [RequestAttributeKey, FactValue | null][]).map(([key, value]): [AttributeKey, Fact] => [
      key,
      value === null ? { known: false, reason: 'missing' } : { known: true, value, asOf: today, source: 'REQUEST' },
    ]),
  );
}

const verdictOrder: readonly Verdict[] = ['eligible', 'possible', 'notEligible'];

/** By verdict, then by how many clauses stand between the firm and the next better one: of these no rule has so many. */
const placeOf = ({ verdict, unmet, open }: Judged): number =>
  verdictOrder.indexOf(verdict) * 1_000_000 + (verdict === 'possible' ? open : unmet);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Everything a run depends on as one canonical text, to be hashed and stored with its result: the same text always
 * gives the same matches. Products, facts and lists are ordered, so the order they were handed over in does not matter.
 */
export const matchInputText = (
  products: readonly MatchableProduct[],
  facts: Facts,
  request: RequestedFinancing | null,
  today: CalendarDate,
): string =>
  [
    stableText({ engineVersion, today, request }),
    stableText([...facts].sort(([a], [b]) => byText(a, b))),
    ...products.map(productText).sort(byText),
  ].join('\n');

/** What a product asks, as one canonical text. */
export const productText = remembered(({ id, versionId, rule, terms }: MatchableProduct) =>
  stableText({ id, versionId, rule: ruleText(rule), terms }),
);
