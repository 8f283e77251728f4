import type { ReasonCode } from '../../server/financing/applications/reasons';
import type { Random } from '../random';

/** Why banks do not go on, by how often; codes that need a sentence of the bank's own come with one. */
type Ground = { readonly reasonCode: ReasonCode; readonly weight: number; readonly reasonText: string | null };

const ground = (reasonCode: ReasonCode, weight: number, reasonText: string | null = null): Ground => ({
  reasonCode,
  weight,
  reasonText,
});

/** Seen before anything is looked into. */
const declining: readonly Ground[] = [
  ground('R01', 5),
  ground('R02', 2),
  ground('R03', 5),
  ground('R14', 7, '缺少近一年银行流水和最近一期财务报表，补齐后可再次申请。'),
  ground('R16', 2),
  ground('R18', 2),
  ground('R20', 4),
  ground('R22', 3, '已于三个工作日内分三次致电预留联系人，均无人接听。'),
];

/** Found in the bank's own assessment. */
const rejecting: readonly Ground[] = [
  ground('R04', 7),
  ground('R05', 6),
  ground('R06', 6),
  ground('R07', 4),
  ground('R08', 5),
  ground('R09', 2, '企业作为被告的买卖合同纠纷尚未审结，结案后可再次申请。'),
  ground('R11', 2, '尚有一期社会保险费未缴清，缴清后可再次申请。'),
  ground('R12', 7),
  ground('R13', 1),
  ground('R15', 2, '申报收入与发票金额差异较大，请就差异作出说明。'),
  ground('R17', 4),
  ground('R19', 3),
  ground('R20', 2),
  ground('R23', 2),
];

export const reasonFor = (random: Random, outcome: 'declined' | 'rejected'): Omit<Ground, 'weight'> => {
  const { reasonCode, reasonText } = random.weighted(outcome === 'declined' ? declining : rejecting);
  return { reasonCode, reasonText };
};
