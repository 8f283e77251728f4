import type { Correction } from '../../server/financing/corrections/tables';
import type { Indication } from '../../server/financing/indications/tables';
import { fenPerWan } from '../../server/shared/money';
import type { PlannedCase } from './cases';

/** What a case on the bank's desk has beside its way: something asked of the firm, or an indication in principle. */
export function asidesOf(
  { aside, assessedAt, amountWan }: PlannedCase,
  { id: applicationId, newId }: { readonly id: string; readonly newId: () => string },
): { readonly correction: Correction | null; readonly indication: Indication | null } {
  if (aside === null || assessedAt === null) return { correction: null, indication: null };
  const at = new Date(assessedAt.getTime() + hourMilliseconds);
  if (aside === 'inPrinciple')
    return {
      correction: null,
      indication: {
        id: newId(),
        applicationId,
        amountFen: Math.max(1, Math.floor(amountWan * 0.8)) * fenPerWan,
        rateBpsMin: 330,
        rateBpsMax: 430,
        note: '以现场核实的经营情况为准。',
        createdAt: at,
      },
    };
  return {
    indication: null,
    correction: {
      id: newId(),
      applicationId,
      number: 1,
      items: [
        { kind: 'ADD_DOCUMENT', text: '近一年对公账户流水' },
        { kind: 'ADDITIONAL_DATA', text: '前五大客户的销售额与账期' },
      ],
      note: null,
      askedAt: at,
      answers: null,
      answeredAt: null,
    },
  };
}

const hourMilliseconds = 3_600_000;
