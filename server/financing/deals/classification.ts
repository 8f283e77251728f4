import type { Fen } from '../../shared/money';

/** The five tiers of 《商业银行金融资产风险分类办法》 (2023), the best first: 正常, 关注, 次级, 可疑, 损失. */
export const riskClasses = ['pass', 'specialMention', 'substandard', 'doubtful', 'loss'] as const;
export type RiskClass = (typeof riskClasses)[number];

const worseOf = (a: RiskClass, b: RiskClass): RiskClass => (riskClasses.indexOf(a) >= riskClasses.indexOf(b) ? a : b);

export const isWorse = (a: RiskClass, than: RiskClass): boolean => riskClasses.indexOf(a) > riskClasses.indexOf(than);

/** Substandard and below count as non-performing (不良). */
export const nonPerforming = ['substandard', 'doubtful', 'loss'] as const satisfies readonly RiskClass[];

const isNonPerforming = (riskClass: RiskClass): boolean => (nonPerforming as readonly RiskClass[]).includes(riskClass);

/** More days past due than these, and the loan is at least of that class, however well it is secured. */
const daysRule = [
  { over: 360, riskClass: 'loss' },
  { over: 270, riskClass: 'doubtful' },
  { over: 90, riskClass: 'substandard' },
  { over: 0, riskClass: 'specialMention' },
] as const;

/**
 * The class that the days past due alone make of a loan. Over 90 days it is non-performing even with enough collateral; the
 * other thresholds (any day at least special mention, over 270 doubtful, over 360 loss) are those of the 2023 measure as
 * commonly reported.
 */
export const classByDays = (daysPastDue: number): RiskClass =>
  daysRule.find(({ over }) => daysPastDue > over)?.riskClass ?? 'pass';

export type ClassedLoan = {
  readonly id: string;
  readonly daysPastDue: number;
  readonly balanceFen: Fen;
  /** What the bank has judged it to be, where that is worse than the rule. */
  readonly bankClass: RiskClass | null;
};

export type Classes = { readonly id: string; readonly ruleClass: RiskClass; readonly riskClass: RiskClass };

/**
 * The classes of all that one debtor owes one bank: what the rule makes of each loan, and the worse of that and the bank's own
 * judgement. If more than 10 % of what a debtor that is not a retail one owes the bank is non-performing, all of it is at least
 * substandard. Exactly 10 % is not more.
 *
 * What a debtor owes other banks (more than 20 % of it over 90 days past due) is left out: no bank may learn here how a firm
 * stands with another.
 */
export function classesOf(loans: readonly ClassedLoan[], { isRetail }: { readonly isRetail: boolean }): readonly Classes[] {
  const judged = loans.map(loan => {
    const ruleClass = classByDays(loan.daysPastDue);
    return { ...loan, ruleClass, riskClass: worseOf(ruleClass, loan.bankClass ?? 'pass') };
  });
  const owedFen = sumOf(judged);
  const badFen = sumOf(judged.filter(({ riskClass }) => isNonPerforming(riskClass)));
  const isContagious = !isRetail && BigInt(badFen) * 10n > BigInt(owedFen);
  return judged.map(({ id, ruleClass, riskClass }) => {
    const least = isContagious ? 'substandard' : 'pass';
    return { id, ruleClass: worseOf(ruleClass, least), riskClass: worseOf(riskClass, least) };
  });
}

const sumOf = (loans: readonly { readonly balanceFen: Fen }[]): Fen => loans.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
