import { some } from '../../../seeds/enterprises/draws';
import { Random } from '../../../seeds/random';
import type { AttributeKey, Purpose } from '../../../server/matching/attributes';
import { attributeOf } from '../../../server/matching/attributes';
import type { MatchableProduct } from '../../../server/matching/match';
import type { Alternative, Clause, Predicate } from '../../../server/matching/rule';
import type { ProductTerms } from '../../../server/matching/terms';
import { type FirmKey, securitiesAsked } from './columns';
import { type Family, families, general } from './families';

const seed = 20_260_630;
export const productCount = 417;

/** The products in force of one city: twelve families by turns, each with the conditions it is known for and a few others. */
export const drawProducts = (): readonly MatchableProduct[] =>
  Array.from({ length: productCount }, (_, index) => productOf(Random.of(seed, index), index));

function productOf(random: Random, index: number): MatchableProduct {
  const family = families[index % families.length];
  if (family === undefined) throw new RangeError(`no family for product ${index}`);
  const terms = termsOf(random, family);
  const wanted = Math.min(20, 4 + some(random, 5.5)) - terms.regions.length - (terms.industries.length > 0 ? 1 : 0);
  const id = `product-${String(index).padStart(3, '0')}`;
  return { id, versionId: `${id}-1`, terms, rule: { all: clausesOf(random, family, Math.max(3, wanted)) } };
}

function clausesOf(random: Random, family: Family, count: number): readonly Clause[] {
  const others = shuffled(random, [...family.often, ...general]).filter(key => !family.always.includes(key));
  const keys = [...family.always, ...others].slice(0, count);
  const predicates = keys.map(key => predicateOf(random, key));
  if (!random.chance(0.53)) return predicates;
  // The last few comparisons become a choice, one in three times with a pair that must hold together.
  const size = Math.min(random.whole(2, 4), predicates.length - 1);
  return [...predicates.slice(0, -size), { any: alternatives(random, predicates.slice(-size)) }];
}

function alternatives(random: Random, predicates: readonly Predicate[]): readonly Alternative[] {
  if (predicates.length < 3 || !random.chance(1 / 3)) return predicates;
  return [{ all: predicates.slice(0, 2) }, ...predicates.slice(2)];
}

/** One comparison as banks write it: round numbers, more often modest than strict. */
function predicateOf(random: Random, attr: FirmKey): Predicate {
  const asked = general.includes(attr) ? 0.75 : 0.85;
  switch (attr) {
    case 'taxCreditGrade':
      return {
        attr,
        op: 'in',
        value: random.pick([
          ['A', 'B'],
          ['A', 'B', 'M'],
          ['A', 'B', 'M', 'C'],
        ]),
      };
    case 'publicCreditGrade':
      return {
        attr,
        op: 'in',
        value: random.pick([
          ['EXCELLENT', 'GOOD'],
          ['EXCELLENT', 'GOOD', 'FAIR'],
        ]),
      };
    case 'specialisedLevel':
      return { attr, op: 'notIn', value: random.pick([['NONE'], ['NONE', 'MUNICIPAL']]) };
    case 'agriEntityType':
      return { attr, op: 'notIn', value: random.pick([['NONE'], ['NONE', 'FARMER']]) };
    case 'environmentGrade':
      return { attr, op: 'in', value: random.pick([['GREEN'], ['GREEN', 'BLUE'], ['GREEN', 'BLUE', 'YELLOW']]) };
    case 'foundedOn':
      return { attr, op: 'atLeastAgo', months: random.pick([6, 12, 24, 36]) };
    case 'isHighTech':
    case 'isTechSme':
    case 'isFirstTimeBorrower':
      return { attr, op: 'is', value: true };
    default:
      return attributeOf(attr).kind === 'boolean'
        ? { attr, op: 'is', value: false }
        : { attr, op: atMost.includes(attr) ? '<=' : '>=', value: roundNumber(random, attr, asked) };
  }
}

const atMost: readonly AttributeKey[] = [
  'debtToAssetBps',
  'openDefendantCases',
  'openEnforcementFen',
  'penaltiesLast24Months',
  'outstandingLoansFen',
  'lenderCount',
];

/** A round number of the dictionary: the lower ones of a floor, the upper ones of a ceiling. */
function roundNumber(random: Random, attr: AttributeKey, share: number): number {
  const attribute = attributeOf(attr);
  if (attribute.kind !== 'number') throw new TypeError(`${attr} is no number`);
  const cuts = atMost.includes(attr) ? attribute.commonCuts.toReversed() : attribute.commonCuts;
  return random.pick(cuts.slice(0, Math.max(1, Math.ceil(cuts.length * share))));
}

function termsOf(random: Random, family: Family): ProductTerms {
  const isUnsecured = random.chance(0.35);
  return {
    amountFenMin: null,
    amountFenMax: random.pick([50, 100, 200, 300, 500, 1000, 3000]) * 1_000_000,
    termMonthsMin: null,
    termMonthsMax: random.pick([12, 24, 36, 60]),
    rateBpsMin: random.pick([300, 350, 400, 450, 500, 600, 800]),
    isUnsecured,
    securities: isUnsecured ? [] : shuffled(random, securitiesAsked).slice(0, random.whole(1, 3)),
    repaymentMethods: [],
    purposes: random.chance(0.5) ? purposesOf(random, family.purpose) : [],
    regions: regionsOf(random),
    industries: random.chance(family.industries.length > 0 ? 0.7 : 0) ? family.industries : [],
    industriesExcluded: family.industries.length === 0 && random.chance(0.25) ? ['J', 'K'] : [],
  };
}

const purposesOf = (random: Random, usual: Purpose): readonly Purpose[] =>
  random.chance(0.5) ? [usual] : [...new Set<Purpose>([usual, 'WORKING_CAPITAL', random.pick(['EQUIPMENT', 'REFINANCING'])])];

/** The whole country, the province, the city, or a county or two of it. */
function regionsOf(random: Random): readonly string[] {
  const reach = random.next();
  if (reach < 0.3) return [];
  if (reach < 0.5) return ['510000'];
  if (reach < 0.9) return ['510600'];
  return shuffled(random, ['510603', '510604', '510623', '510681', '510682', '510683']).slice(0, random.whole(1, 2));
}

const shuffled = <Item>(random: Random, items: readonly Item[]): readonly Item[] =>
  items
    .map(item => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
