import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { users } from '../../server/identity/tables';
import { publishPolicy, type SupportPolicyInput } from '../../server/policies/publishPolicy';
import { addMonths } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { momentOf, Workdays } from './workdays';

const deyang = '510600';

/** Deyang's support for pledged patents as it was published (interest at the benchmark, premiums and appraisal), and two of its kind. */
const policies: readonly Omit<SupportPolicyInput, 'validFrom'>[] = [
  {
    name: '小微企业贷款贴息',
    source: '德财金〔2026〕8号',
    kind: 'interestPoints',
    rateBps: 50,
    monthsMax: 12,
    capFen: 5 * fenPerWan,
    payout: 'yearly',
    regionCode: deyang,
    securities: [],
    categories: [],
    loanFenMax: 1_000 * fenPerWan,
  },
  {
    name: '专利权质押融资贴息',
    source: '德市监〔2026〕15号',
    kind: 'interestShare',
    rateBps: 4_000,
    benchmarkBps: 300,
    capFen: 20 * fenPerWan,
    payout: 'atMaturity',
    regionCode: deyang,
    securities: ['PATENT_PLEDGE'],
    categories: [],
  },
  {
    name: '专利权质押保费和评估费补助',
    source: '德市监〔2026〕15号',
    kind: 'feeShare',
    rateBps: 5_000,
    payout: 'yearly',
    regionCode: deyang,
    securities: ['PATENT_PLEDGE'],
    categories: [],
  },
  {
    name: '专精特新企业贷款贴息',
    source: '德经信〔2026〕21号',
    kind: 'interestShare',
    rateBps: 2_000,
    capFen: 10 * fenPerWan,
    payout: 'yearly',
    regionCode: deyang,
    securities: [],
    categories: [],
    otherConditions: '须为省级以上专精特新企业',
  },
];

/** The support policies of the demo's department, in force for half a year. */
export async function seedPolicies(context: ActorContext): Promise<void> {
  const [department] = await actorsWhere(context.db.read, eq(users.username, 'department'));
  if (!department) throw new Error('seed the identities first');
  const on = { ...asOf(context, momentOf(Workdays.before(context.today, 20), 0.1)), actor: department };
  for (const policy of policies) await publishPolicy(on, { ...policy, validFrom: addMonths(context.today, -6) });
}
