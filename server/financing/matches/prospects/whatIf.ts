import type { ActorContext } from '../../../context';
import { type AttributeKey, attributeOf, findAttribute } from '../../../matching/attributes';
import { coordinatesOf } from '../../../matching/coordinates';
import type { FactValue } from '../../../matching/facts';
import { type Hypothesis, imagined, isValueOf, valueNow, valuesWorthImagining } from '../../../matching/hypothesis';
import type { Catalogue, JudgedProduct, RequestedFinancing, Verdict } from '../../../matching/match';
import { describeMeasured } from '../../../matching/wording';
import { productsInForce } from '../../../matchmaking/productsInForce';
import { type NamedProduct, productNames } from '../../../products/queries';
import { invalidInput } from '../../../shared/refusals';
import type { Text } from '../../../shared/text';
import type { MatchQuestion } from '../queries';
import { type Subject, subjectOf } from '../subject';

/** What is imagined: `vary` runs through every value that matters while the `changes` hold. */
export type WhatIfQuestion = MatchQuestion & {
  readonly vary: string;
  readonly changes: readonly { readonly attr: string; readonly value: unknown }[];
};

export type Counts = Readonly<Record<Verdict, number>>;

export type WhatIfPoint = {
  readonly value: FactValue;
  readonly text: Text;
  /** The value of today. */
  readonly isNow: boolean;
  readonly counts: Counts;
  /** Products that are eligible then and not today, and the other way round; the first few by name. */
  readonly enters: Moved;
  readonly leaves: Moved;
};

export type Moved = { readonly total: number; readonly products: readonly NamedProduct[] };

export type WhatIfAnswer = {
  readonly attr: AttributeKey;
  /** Null where it is not known, or not said of the request. */
  readonly now: FactValue | null;
  readonly nowText: Text | null;
  /** As things are, with nothing imagined. */
  readonly counts: Counts;
  readonly points: readonly WhatIfPoint[];
};

/** More names than this at one position of a slider are not read. */
const namesShown = 8;
/** As many changes as a person can keep in view. */
const changesMax = 20;

/**
 * What the actor's own firm would qualify for with other values of its facts or its request: the answer at every position
 * of a slider at once, so that it can be moved without asking again. Nothing imagined is kept, and no record is touched.
 * Refuses an attribute that the dictionary does not have and a value that it cannot have.
 */
export async function whatIf(context: ActorContext, question: WhatIfQuestion): Promise<WhatIfAnswer> {
  const vary = readAttribute('vary', question.vary);
  const changes = readChanges(question.changes);
  const subject = await subjectOf(context, question.on);
  const { catalogue } = await productsInForce(context, subject.on);
  const judge = judgeIn(catalogue, subject, question.request);
  const others = changes.filter(({ attr }) => attr !== vary);
  const attribute = attributeOf(vary);
  const now = valueNow(subject.facts, question.request, vary);
  const today = judge([]);
  const points = valuesWorthImagining(catalogue, attribute, now).map(value => {
    const { counts, eligible } = judge([...others, { attr: vary, value }]);
    return { value, counts, enters: moved(eligible, today.eligible), leaves: moved(today.eligible, eligible) };
  });
  const named = await namesFor(context, points);
  return {
    attr: vary,
    now,
    nowText: now === null ? null : describeMeasured(attribute, now, subject.on),
    counts: today.counts,
    points: points.map(({ value, counts, enters, leaves }) => ({
      value,
      text: describeMeasured(attribute, value, subject.on),
      isNow: String(value) === String(now),
      counts,
      enters: named(enters),
      leaves: named(leaves),
    })),
  };
}

type Judgement = { readonly counts: Counts; readonly eligible: ReadonlySet<string> };

/**
 * Where the firm has stated no request, what is imagined of one is only what it would not get: the rest of that request is
 * left open, so that a product is possible or eligible by the firm alone unless a value imagined rules it out.
 */
const judgeIn =
  (catalogue: Catalogue, { facts, on }: Subject, request: RequestedFinancing | null) =>
  (hypotheses: readonly Hypothesis[]): Judgement => {
    const world = imagined(facts, request, hypotheses, on);
    const coordinates = coordinatesOf(world.facts);
    const judged = catalogue.judge(coordinates, world.request);
    if (request !== null || world.request === null) return judgementOf(judged);
    const ruledOut = new Set(judged.filter(({ unmet }) => unmet > 0).map(({ product }) => product.id));
    return judgementOf(
      catalogue
        .judge(coordinates, null)
        .map(each => (ruledOut.has(each.product.id) ? { ...each, verdict: 'notEligible' as const } : each)),
    );
  };

function judgementOf(judged: readonly JudgedProduct[]): Judgement {
  const counts = { eligible: 0, possible: 0, notEligible: 0 };
  const eligible = new Set<string>();
  for (const { product, verdict } of judged) {
    counts[verdict] += 1;
    if (verdict === 'eligible') eligible.add(product.id);
  }
  return { counts, eligible };
}

const moved = (into: ReadonlySet<string>, from: ReadonlySet<string>): readonly string[] =>
  [...into].filter(id => !from.has(id)).sort();

type MovedIds = { readonly enters: readonly string[]; readonly leaves: readonly string[] };

/** Reads the names that the points show at once, and answers how a list of ids is shown by them. */
async function namesFor(context: ActorContext, points: readonly MovedIds[]): Promise<(ids: readonly string[]) => Moved> {
  const shown = points.flatMap(({ enters, leaves }) => [...enters.slice(0, namesShown), ...leaves.slice(0, namesShown)]);
  const found = await productNames(context.db.read, [...new Set(shown)]);
  const nameOf = new Map(found.map(product => [product.id, product]));
  return ids => ({ total: ids.length, products: ids.slice(0, namesShown).flatMap(id => nameOf.get(id) ?? []) });
}

function readAttribute(field: string, key: string): AttributeKey {
  const attribute = findAttribute(key);
  if (attribute === undefined)
    throw invalidInput(field, key, 'whatIf.attribute', {
      zh: `属性词典中没有「${key}」。`,
      en: `The dictionary has no attribute "${key}".`,
    });
  return attribute.key;
}

function readChanges(changes: WhatIfQuestion['changes']): readonly Hypothesis[] {
  if (changes.length > changesMax)
    throw invalidInput('changes', changes.length, 'whatIf.changes', {
      zh: `一次最多假设 ${changesMax} 项。`,
      en: `Imagine at most ${changesMax} changes at a time.`,
    });
  return changes.map(({ attr: key, value }) => {
    const attr = readAttribute('changes', key);
    const attribute = attributeOf(attr);
    if (isValueOf(attribute, value)) return { attr, value };
    throw invalidInput('changes', value, 'whatIf.value', {
      zh: `「${attribute.label.zh}」不能取这个值。`,
      en: `"${attribute.label.en}" cannot have this value.`,
    });
  });
}
