import type { ActorContext } from '../../context';
import { parseRule } from '../../matching/checkRule';
import type { MatchableProduct } from '../../matching/match';
import { Matcher } from '../../matching/matcher';
import { termClauses } from '../../matching/terms';
import type { CalendarDate } from '../../shared/dates';
import { invalidInput } from '../../shared/refusals';
import { type CityNow, cityOf, type Progress } from '../city';
import { shownCount } from './shownCount';

/** What a bank asks of: a rule, and the terms beside it that bound which firms may have the product at all. */
export type ReachQuestion = {
  readonly rule: object;
  readonly regionCodes?: readonly string[] | null;
  readonly industryCodes?: readonly string[] | null;
  readonly industryCodesExcluded?: readonly string[] | null;
};

/** How many firms of the city a rule reaches, as they may be shown: rounded, and null where they are too few. */
export type RuleReach = Progress & {
  /** The firms are still being read: there are no counts yet, and `done` of `total` says how far it is. */
  readonly isLoading: boolean;
  /** The last change and the day that the counts are of. */
  readonly seq: number;
  readonly day: CalendarDate;
  readonly firms: number | null;
  readonly eligible: number | null;
  /** Firms of which something that the rule asks is not known. */
  readonly possible: number | null;
  readonly clauses: readonly ClauseReach[];
};

/** How many firms a clause alone keeps out: they certainly meet everything else. */
export type ClauseReach = { readonly path: string; readonly excluded: number | null };

const codesMax = 1_000;

/**
 * How many firms the rule reaches with some request: over the whole city, from what firms have authorised for matching.
 * Counts only, never which firms. Refuses a rule that is none, with all that is wrong with it.
 */
export function ruleReach({ db, today }: Pick<ActorContext, 'db' | 'today'>, question: ReachQuestion): RuleReach {
  const product = productAsked(question);
  const city = cityOf(db);
  const progress = city?.progress ?? { done: 0, total: 0 };
  if (!city?.now)
    return { ...progress, isLoading: true, seq: 0, day: today, firms: null, eligible: null, possible: null, clauses: [] };
  return { ...progress, isLoading: false, ...countsIn(city.now, product) };
}

type Asked = Pick<MatchableProduct, 'terms' | 'rule'>;

function countsIn({ population, firms, seq, day }: CityNow, product: Asked) {
  const matcher = new Matcher([product], day, { withCommonCuts: true });
  const { eligible, possible } = matcher.reach(population, 0);
  const excluded = matcher.excludedBy(population, 0);
  return {
    seq,
    day,
    firms: shownCount(firms),
    eligible: shownCount(eligible),
    possible: shownCount(possible),
    clauses: pathsOf(product).map((path, index) => ({ path, excluded: shownCount(excluded[index] ?? 0) })),
  };
}

/** Terms first, then the rule as written: the order in which the matcher counts clauses. */
const pathsOf = ({ terms, rule }: Asked): readonly string[] => [
  ...termClauses(terms, { acceptsAnyRate: false, acceptsAnyRepayment: false }).map(({ path }) => path),
  ...rule.all.map((_, index) => `/all/${index}`),
];

/** Without a request, what the terms ask of it is left out, so only what they ask of the firm is said here. */
function productAsked({ rule, ...terms }: ReachQuestion): Asked {
  const codes = (name: keyof typeof terms): readonly string[] => {
    const given = terms[name] ?? [];
    if (Array.isArray(given) && given.length <= codesMax && given.every(code => typeof code === 'string')) return given;
    throw invalidInput(name, null, `${name}.codes`, {
      zh: `${name} 应为代码列表，最多 ${codesMax} 个。`,
      en: `${name} must be a list of codes, at most ${codesMax}.`,
    });
  };
  return {
    rule: parseRule(rule),
    terms: {
      amountFenMin: null,
      amountFenMax: null,
      termMonthsMin: null,
      termMonthsMax: null,
      rateBpsMin: null,
      isUnsecured: true,
      securities: [],
      repaymentMethods: [],
      purposes: [],
      regions: codes('regionCodes'),
      industries: codes('industryCodes'),
      industriesExcluded: codes('industryCodesExcluded'),
    },
  };
}
