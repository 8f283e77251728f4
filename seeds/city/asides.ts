import type { Correction } from '../../server/financing/corrections/tables';
import type { Indication } from '../../server/financing/indications/tables';
import { fenPerWan } from '../../server/shared/money';
import type { PlannedCase } from './cases';

/** Of so many cases in which a bank has decided, one began with an indication in principle. */
const decidedPerIndication = 9;

/**
 * What a case has beside its way: something asked of the firm, or an indication in principle; some of those that are decided began
 * with one, so that it is seen what becomes of indications.
 */
export function asidesOf(
  planned: PlannedCase,
  { id: applicationId, newId, place }: { readonly id: string; readonly newId: () => string; readonly place: number },
): { readonly correction: Correction | null; readonly indication: Indication | null } {
  const { aside, assessedAt, amountWan } = planned;
  if (assessedAt === null) return { correction: null, indication: null };
  const at = new Date(assessedAt.getTime() + hourMilliseconds);
  const isIndicated = aside === 'inPrinciple' || (place % decidedPerIndication === 0 && isDecidedAfter(planned, at));
  if (aside === null && !isIndicated) return { correction: null, indication: null };
  if (isIndicated)
    return {
      correction: null,
      indication: {
        // An application has one: its own id serves.
        id: applicationId,
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

const isDecidedAfter = ({ offeredAt, endedAt }: PlannedCase, at: Date): boolean => {
  const next = offeredAt ?? endedAt;
  return next !== null && next > at;
};

const hourMilliseconds = 3_600_000;
