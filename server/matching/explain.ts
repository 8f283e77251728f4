import type { DataClassCode } from '../shared/dataClassCodes';
import type { CalendarDate } from '../shared/dates';
import { remembered } from '../shared/remembered';
import type { Text } from '../shared/text';
import { type Attribute, type AttributeKey, attributeOf, dataClassesOf, isRequestAttribute, type Unit } from './attributes';
import { type Change, nearestChange } from './changes';
import { all, isOpen, judgeClause, judgePredicate, no, type Subject, type Truth, unknown, yes } from './evaluate';
import { type Fact, type FactValue, factOf, type KnownFact, type UnknownReason } from './facts';
import { type Alternative, alternativesOf, type Clause, isPredicate, type Operator, type Predicate, predicatesOf } from './rule';
import { describeClause, describeMeasured, describePredicate } from './wording';

export type FindingVerdict = 'met' | 'unmet' | 'unknown';

/** One comparison of a clause, with what was asked for and what was measured. */
export type PredicateFinding = ClauseGaps & {
  readonly path: string;
  readonly attr: AttributeKey;
  readonly label: Text;
  readonly dataClass: DataClassCode;
  readonly verdict: FindingVerdict;
  readonly text: Text;
  readonly op: Operator;
  /** The operand of the comparison as the rule states it; months for dates. */
  readonly required: FactValue | readonly [number, number];
  /** Null when unknown, with `reason` saying why. */
  readonly measured: FactValue | null;
  readonly measuredText: Text | null;
  /** Of both `required` and `measured`; null for codes, flags and dates. */
  readonly unit: Unit | null;
  readonly asOf: CalendarDate | null;
  readonly source: string | null;
  readonly reason: UnknownReason | 'tooCoarse' | null;
  readonly change: Change | null;
};

/** What would settle a clause that cannot be told; nothing for any other. */
export type ClauseGaps = {
  /** The classes whose authorisation would settle it. */
  readonly authorise: readonly DataClassCode[];
  /** The classes whose records are missing, disputed or out of date. */
  readonly awaiting: readonly DataClassCode[];
};

/** One clause judged: the sentence shown, its verdict, and what would settle or change it. */
export type Finding = ClauseGaps & {
  readonly path: string;
  readonly verdict: FindingVerdict;
  readonly text: Text;
  readonly predicates: readonly PredicateFinding[];
  /** For an unmet clause the changes that would meet it together, of its nearest alternative; empty when none can. */
  readonly changes: readonly Change[];
};

/**
 * Judges one clause and says why. `path` is its JSON pointer. Answers null when the clause asks only about a request
 * that has not been made: then there is nothing to find.
 */
export function explainClause(clause: Clause, path: string, subject: Subject): Finding | null {
  const placed = alternativesOf(clause).map((alternative, index) =>
    explainAlternative(alternative, alternativePath(clause, path, index), subject),
  );
  const predicates = placed.flat();
  if (predicates.length === 0) return null;
  const verdict = verdictOf(judgeClause(clause, subject));
  return {
    path,
    verdict,
    text: describeClause(clause),
    predicates,
    ...(verdict === 'unknown' ? openIn(predicates) : noGaps),
    changes: verdict === 'unmet' ? nearestChanges(placed) : [],
  };
}

/** What one clause waits for that cannot be told, without the rest of its explanation; null for any other clause. */
export function gapsOfClause(clause: Clause, subject: Subject): ClauseGaps | null {
  const predicates = predicatesIn(clause);
  if (!predicates.some(predicate => mayBeUnknown(predicate, subject)) || judgeClause(clause, subject) !== unknown) return null;
  return openIn(
    predicates.flatMap(predicate => {
      const truth = judgePredicate(predicate, subject);
      return truth === unknown ? gapsOf(factOf(subject.facts, predicate.attr), truth, attributeOf(predicate.attr)) : [];
    }),
  );
}

const predicatesIn = remembered((clause: Clause) => alternativesOf(clause).flatMap(predicatesOf));

/** Without judging it: the fact is missing, or a code of a tree that may be too coarse to tell. */
const mayBeUnknown = ({ attr }: Predicate, { facts }: Subject): boolean =>
  !factOf(facts, attr).known || attributeOf(attr).kind === 'tree';

const openIn = (gaps: readonly ClauseGaps[]): ClauseGaps => ({
  authorise: distinct(gaps.flatMap(({ authorise }) => authorise)),
  awaiting: distinct(gaps.flatMap(({ awaiting }) => awaiting)),
});

const noGaps: ClauseGaps = { authorise: [], awaiting: [] };

const explainAlternative = (alternative: Alternative, path: string, subject: Subject): readonly PredicateFinding[] =>
  predicatesOf(alternative).flatMap((predicate, index) =>
    isOpen(predicate.attr, subject)
      ? []
      : [explainPredicate(predicate, isPredicate(alternative) ? path : `${path}/all/${index}`, subject)],
  );

const alternativePath = (clause: Clause, path: string, index: number): string =>
  isPredicate(clause) ? path : `${path}/any/${index}`;

function explainPredicate(predicate: Predicate, path: string, subject: Subject): PredicateFinding {
  const attribute = attributeOf(predicate.attr);
  const fact = factOf(subject.facts, predicate.attr);
  const truth = judgePredicate(predicate, subject);
  return {
    path,
    attr: predicate.attr,
    label: attribute.label,
    dataClass: attribute.dataClass,
    verdict: verdictOf(truth),
    text: describePredicate(predicate),
    op: predicate.op,
    required: 'months' in predicate ? predicate.months : predicate.value,
    unit: attribute.kind === 'number' ? attribute.unit : null,
    ...measurementOf(fact, attribute, subject.today),
    ...gapsOf(fact, truth, attribute),
    change: fact.known && truth === no ? nearestChange(predicate, fact, subject.today) : null,
  };
}

type MeasuredText = { readonly attr: AttributeKey; readonly today: CalendarDate; readonly text: Text };
const measuredTexts = new WeakMap<KnownFact, MeasuredText>();

/** `describeMeasured`, kept with the fact: its words change only with the day. */
function measuredText(fact: KnownFact, attribute: Attribute, today: CalendarDate): Text {
  const kept = measuredTexts.get(fact);
  if (kept?.attr === attribute.key && kept.today === today) return kept.text;
  const text = describeMeasured(attribute, fact.value, today);
  measuredTexts.set(fact, { attr: attribute.key, today, text });
  return text;
}

const measurementOf = (fact: Fact, attribute: Attribute, today: CalendarDate) =>
  fact.known
    ? {
        measured: fact.value,
        measuredText: measuredText(fact, attribute, today),
        asOf: fact.asOf,
        source: isRequestAttribute(attribute.key) ? null : fact.source,
      }
    : { measured: null, measuredText: null, asOf: null, source: null };

function gapsOf(fact: Fact, truth: Truth, attribute: Attribute): Pick<PredicateFinding, 'reason' | keyof ClauseGaps> {
  if (truth !== unknown) return { reason: null, authorise: [], awaiting: [] };
  if (fact.known) return { reason: 'tooCoarse', authorise: [], awaiting: dataClassesOf(attribute) };
  const classes = fact.dataClasses ?? dataClassesOf(attribute);
  return fact.reason === 'notConsented'
    ? { reason: fact.reason, authorise: classes, awaiting: [] }
    : { reason: fact.reason, authorise: [], awaiting: classes };
}

/**
 * The changes of the alternative that is nearest: one that can be reached at all, then with the fewest changes, then
 * with the smallest relative distance, then the first as written.
 */
function nearestChanges(alternatives: readonly (readonly PredicateFinding[])[]): readonly Change[] {
  const reachable = alternatives
    .map(predicates => predicates.flatMap(({ change }) => (change === null ? [] : [change])))
    .filter(changes => changes.every(change => change.kind !== 'fixed'))
    .map((changes, index) => ({ changes, index, distance: changes.reduce((total, change) => total + relativeGap(change), 0) }));
  reachable.sort((a, b) => a.changes.length - b.changes.length || a.distance - b.distance || a.index - b.index);
  return reachable[0]?.changes ?? [];
}

/** A gap in proportion to the goal, so that fen and months compare; a flag or a code counts as the whole way. */
const relativeGap = ({ gap, need }: Change): number =>
  gap === null || typeof need !== 'number' ? 1 : gap / Math.max(Math.abs(need), 1);

export const verdictOf = (truth: Truth): FindingVerdict => (truth === yes ? 'met' : truth === no ? 'unmet' : 'unknown');

/** The verdict of findings that must all be met. */
export const allOf = (findings: readonly Finding[]): FindingVerdict =>
  verdictOf(all(findings.map(({ verdict }) => (verdict === 'met' ? yes : verdict === 'unmet' ? no : unknown))));

const distinct = (codes: readonly DataClassCode[]): readonly DataClassCode[] => [...new Set(codes)];
