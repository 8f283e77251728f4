import { eq } from 'drizzle-orm';
import { record } from '../server/audit/record';
import type { ActorContext } from '../server/context';
import type { Reader } from '../server/database/database';
import { confirmOrganisation } from '../server/identity/organisations/confirmOrganisation';
import { type CreateOrganisationInput, createOrganisation } from '../server/identity/organisations/createOrganisation';
import { registerFirm } from '../server/identity/organisations/registerFirm';
import { hashPassword } from '../server/identity/sessions/password';
import { demoAccounts, users } from '../server/identity/tables';
import { addMonths, calendarDate } from '../server/shared/dates';
import { checkUscc, composeUscc } from '../server/shared/uscc';
import { momentOf } from './city/workdays';
import { asOf } from './contexts';

/** Printed on the sign-in page of a demo: it protects nothing, and says so. */
export const demoPassword = 'rongqiao-demo';

type Institution = Omit<CreateOrganisationInput, 'password'>;

/** The city's institutions, all invented; the first bank is the one that the demo firms let read their data. */
const institutions: readonly Institution[] = [
  {
    kind: 'operator',
    name: '德阳融桥数字金融服务有限公司',
    shortName: '融桥运营',
    uscc: composeUscc('91510600', 'MADPQ001'),
    regionCode: '510600',
    administratorName: '周明',
    username: 'operator',
  },
  {
    kind: 'bank',
    name: '旌湖农村商业银行股份有限公司',
    shortName: '旌湖农商银行',
    uscc: composeUscc('91510600', 'MADPQ002'),
    regionCode: '510600',
    administratorName: '李娜',
    username: 'bank',
  },
  {
    kind: 'bank',
    name: '锦川商业银行股份有限公司德阳分行',
    shortName: '锦川银行德阳分行',
    uscc: composeUscc('91510600', 'MADPQ003'),
    regionCode: '510600',
    administratorName: '王磊',
    username: 'bank2',
  },
  {
    kind: 'bank',
    name: '广汉鸭子河村镇银行股份有限公司',
    shortName: '鸭子河村镇银行',
    uscc: composeUscc('91510681', 'MADPQ004'),
    regionCode: '510681',
    administratorName: '赵敏',
    username: 'bank3',
  },
  {
    kind: 'guarantor',
    name: '德阳启明融资担保有限公司',
    shortName: '启明担保',
    uscc: composeUscc('91510600', 'MADPQ005'),
    regionCode: '510600',
    administratorName: '孙浩',
    username: 'guarantor',
  },
  {
    kind: 'insurer',
    name: '蜀安财产保险股份有限公司德阳中心支公司',
    shortName: '蜀安财险德阳中支',
    uscc: composeUscc('91510600', 'MADPQ006'),
    regionCode: '510600',
    administratorName: '吴婷',
    username: 'insurer',
  },
  {
    kind: 'department',
    name: '德阳市税务局',
    shortName: '市税务局',
    uscc: composeUscc('11510600', 'MADPQ007'),
    regionCode: '510600',
    administratorName: '郑洁',
    username: 'department',
  },
  {
    kind: 'regulator',
    name: '德阳市金融监督管理局',
    shortName: '市金融局',
    uscc: composeUscc('11510600', 'MADPQ008'),
    regionCode: '510600',
    administratorName: '冯涛',
    username: 'regulator',
  },
];

/** Two firms, one strong and one young; their file and their consents come with the firms. */
const firms = [
  {
    uscc: composeUscc('91510603', 'MADPQ011'),
    name: '德阳云源精密零部件有限公司',
    regionCode: '510603',
    contactName: '陈静',
    username: 'firm',
    monthsHere: 40,
  },
  {
    uscc: composeUscc('91510681', 'MADPQ012'),
    name: '广汉星野软件有限公司',
    regionCode: '510681',
    contactName: '杨帆',
    username: 'firm2',
    monthsHere: 9,
  },
];

/** The order of the sign-in page: who looks for money, who lends it, who watches. */
const shown = ['firm', 'firm2', 'bank', 'bank2', 'bank3', 'operator', 'regulator', 'department', 'guarantor', 'insurer'];

/** The day on which the platform of the demo opened its doors. */
const openedOn = calendarDate('2019-03-04');

/**
 * Writes the organisations and accounts of the demo through the commands, so that each is checked and recorded: the
 * institutions on the platform's first day, the firms when they registered themselves and were confirmed. Expects a
 * database without organisations.
 */
export async function seedIdentity(context: ActorContext): Promise<void> {
  const opening = opensOf(context);
  for (const institution of institutions) await createOrganisation(opening, { ...institution, password: demoPassword });
  for (const { monthsHere, ...firm } of firms) {
    const then = asOf(context, momentOf(addMonths(context.today, -monthsHere), 0.2));
    const registration = { ...firm, uscc: checkUscc(firm.uscc), passwordHash: await hashPassword(demoPassword) };
    const { organisation } = await context.db.write(tx => registerFirm(tx, then, registration));
    await confirmOrganisation(then, organisation);
  }
  const accounts = await context.db.read.select({ id: users.id, username: users.username }).from(users);
  const rows = accounts.map(({ id, username }) => ({ userId: id, password: demoPassword, place: shown.indexOf(username) + 1 }));
  await context.db.write(async tx => {
    await tx.insert(demoAccounts).values(rows);
    const subject = { kind: 'demo', id: 'accounts' } as const;
    await record(tx, context, {
      verb: 'seedIdentity',
      subject,
      details: { usernames: accounts.map(({ username }) => username) },
    });
  });
}

/** The context of the platform's first day, on which its institutions come to it. */
export const opensOf = (context: ActorContext): ActorContext => asOf(context, momentOf(openedOn, 0));

/** The hash of the demo's password, as the account `operator` has it: one hash serves every account of the city. */
export async function demoPasswordHash(read: Reader): Promise<string> {
  const [operator] = await read.select({ hash: users.passwordHash }).from(users).where(eq(users.username, 'operator'));
  if (!operator) throw new Error('seed the identities first');
  return operator.hash;
}
