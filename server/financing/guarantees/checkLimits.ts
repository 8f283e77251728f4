import type { Reader } from '../../database/database';
import type { CalendarDate } from '../../shared/dates';
import { sumText } from '../../shared/money';
import { conflict } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { type GuarantorLimit, type LimitFinding, limitFindings } from '../riskSharing/limits';
import { guarantorStanding } from './exposure';
import type { GuaranteeDecision } from './tables';

export type LimitQuestion = {
  readonly decision: Pick<GuaranteeDecision, 'organisationId' | 'role' | 'liabilityFen'>;
  readonly enterpriseId: string;
  readonly affiliateIds: readonly string[];
  readonly today: CalendarDate;
};

/** The limits of one who is to answer for a loan, with their numbers; none for an insurer, which has other rules. Null: unknown. */
export async function limitsFor(
  read: Reader,
  { decision, enterpriseId, affiliateIds, today }: LimitQuestion,
): Promise<LimitFinding[] | null> {
  if (decision.role !== 'guarantor') return [];
  const asked = { guarantorId: decision.organisationId, enterpriseId, affiliateIds, today };
  const standing = await guarantorStanding(read, asked);
  return standing && limitFindings(standing, decision.liabilityFen);
}

/**
 * The limits, all of them kept. Refuses a guarantor that has not stated its capital, because a check that cannot be made means
 * no, and one that would pass a limit, with the numbers.
 */
export async function checkLimits(read: Reader, question: LimitQuestion): Promise<LimitFinding[]> {
  const findings = await limitsFor(read, question);
  if (findings === null) throw capitalUnknown();
  const passed = findings.find(({ isWithin }) => !isWithin);
  if (passed) throw limitPassed(passed);
  return findings;
}

const labels: Readonly<Record<GuarantorLimit, Text>> = {
  leverage: {
    zh: '担保责任余额不得超过净资产的 10 倍（主要服务小微和三农的为 15 倍）',
    en: 'liability of ten (fifteen) times the net assets',
  },
  oneFirm: { zh: '对同一企业的担保责任余额不得超过净资产的 10%', en: '10 % of the net assets for one firm' },
  firmAndAffiliates: {
    zh: '对同一企业及其关联方的担保责任余额合计不得超过净资产的 15%',
    en: '15 % of the net assets for a firm with its affiliates',
  },
};

const limitPassed = (finding: LimitFinding) => {
  const { limit, limitFen, usedFen, thisFen } = finding;
  const [most, used, more, over] = [sumText(limitFen), sumText(usedFen), sumText(thisFen), sumText(-finding.leftFen)];
  return conflict(
    {
      zh: `${labels[limit].zh}：上限 ${most.zh}，已用 ${used.zh}，本笔 ${more.zh}，超出 ${over.zh}。`,
      en: `The guarantor would pass its limit, ${labels[limit].en}: ${most.en}, of which ${used.en} is used; this guarantee adds ${more.en}, ${over.en} too much.`,
    },
    { rule: `limit.${limit}`, finding },
  );
};

const capitalUnknown = () =>
  conflict(
    {
      zh: '担保机构尚未填报净资产，无法核对监管限额，不能受理。请担保机构先填报。',
      en: 'The guarantor has not stated its net assets, so its limits cannot be checked: it has to state them first.',
    },
    { rule: 'limit.capitalUnknown' },
  );
