import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptApplication } from '../../server/financing/applications/acceptApplication';
import { declineApplication } from '../../server/financing/applications/declineApplication';
import { startDueDiligence } from '../../server/financing/applications/startDueDiligence';
import type { Application } from '../../server/financing/applications/tables';
import { releaseSilent } from '../../server/financing/clock/runOut';
import { disburse } from '../../server/financing/deals/disburse';
import { giveInPrinciple } from '../../server/financing/indications/giveInPrinciple';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { makeOffer } from '../../server/financing/offers/makeOffer';
import { type MeasureCell, measureTable } from '../../server/oversight/measures/measureTable';
import type { Product } from '../../server/products/tables';
import { type Actor, systemActor } from '../../server/shared/actor';
import { dayOf } from '../../server/shared/dates';
import {
  aDemand,
  aLoanProduct,
  approved,
  aSubmittedApplication,
  inPrincipleInput,
  offerInput,
  organisationOf,
  signed,
} from '../support/deals';
import { aConsent, aFirm, type Firm } from '../support/enterprises';
import { actorOf, anOrganisation, aUser } from '../support/identity';
import { openWorld, type World } from '../support/world';

/**
 * Monday, 23 November 2026. Seven firms apply to the near bank: it accepts the first at once and three more on Tuesday, and never
 * answers the last three. Five apply to the far bank: it accepts three at once, declines the fourth on Wednesday, a day late, and
 * has yet to answer the fifth, which came on Wednesday. The near bank says in principle what it could lend to its four, grants
 * all four, and pays out three.
 */
let world: World;
let near: Lender;
let far: Lender;
type Lender = { readonly bank: Actor; readonly product: Product };
type Asking = { readonly firm: Firm; readonly application: Application };

const on = (day: string) => world.setNow(new Date(`${day}T02:00:00Z`));
const as = (actor: Actor) => world.contextFor(actor);

async function aLender(name: string, category: Parameters<typeof aLoanProduct>[2]): Promise<Lender> {
  const organisation = await anOrganisation(world, { name });
  const bank = actorOf(organisation, await aUser(world, organisation));
  return { bank, product: await aLoanProduct(world, bank, category) };
}

async function asks({ bank, product }: Lender): Promise<Asking> {
  const firm = await aFirm(world);
  const demand = await aDemand(world, firm);
  return { firm, application: await aSubmittedApplication(world, { firm, bank, product, demand }) };
}

const accepts = async ({ bank }: Lender, { firm, application }: Asking): Promise<Asking> => ({
  firm,
  application: await acceptApplication(as(bank), application),
});

/** From the acceptance to the granted credit, with an indication on the way. */
async function grants({ bank }: Lender, { firm, application }: Asking): Promise<void> {
  await aConsent(world, firm, await organisationOf(world, bank));
  const examined = await startDueDiligence(as(bank), application);
  const indicated = await giveInPrinciple(as(bank), { ...examined, input: inPrincipleInput() });
  const offer = await makeOffer(as(bank), { ...indicated, input: offerInput(world) });
  await acceptOffer(as(firm.actor), offer);
}

beforeAll(async () => {
  world = await openWorld();
  near = await aLender('近邻银行', { category: 'tax' });
  far = await aLender('远方银行', { category: 'invoice' });
  const atNear = [];
  for (let place = 0; place < 7; place += 1) atNear.push(await asks(near));
  const atFar = [];
  for (let place = 0; place < 4; place += 1) atFar.push(await asks(far));
  const [first, second, third, fourth] = atNear;
  if (!first || !second || !third || !fourth) throw new Error('seven firms have asked');
  const taken = [await accepts(near, first)];
  for (const asking of atFar.slice(0, 3)) await accepts(far, asking);
  on('2026-11-24');
  for (const asking of [second, third, fourth]) taken.push(await accepts(near, asking));
  on('2026-11-25');
  const [late] = atFar.slice(-1);
  if (late) await declineApplication(as(far.bank), { ...late.application, reasonCode: 'R20' });
  await asks(far);
  on('2026-11-26');
  await releaseSilent(as(systemActor('test')));
  for (const [place, asking] of taken.entries()) {
    await grants(near, asking);
    const { bank } = near;
    if (place === 3) await approved(world, { bank }, asking.application.id);
    else {
      const { id, version } = await signed(world, { bank, firm: asking.firm }, asking.application.id);
      await disburse(as(bank), { id, version, input: { disbursedOn: dayOf(world.now()) } });
    }
  }
});
afterAll(() => world.close());

/** Each cell as `label: value`, hidden ones as `?`; the total last. */
async function shown(name: string, groupBy: readonly string[] = ['bank'], month = '2026-11') {
  const { rows, totals } = await measureTable(as(systemActor('test')), { name, groupBy, from: month, to: month });
  return [...rows, ...totals].map(
    ({ labels, value, isHidden }: MeasureCell) => `${labels.map(({ en }) => en).join(', ')}: ${isHidden ? '?' : value}`,
  );
}

describe('a bank that never says yes or no stands in the league table', () => {
  it.each<[string, readonly string[]]>([
    ['askedCount', ['近邻银行: 7', '远方银行: 5', 'Total: 12']],
    ['silentCount', ['近邻银行: 3', '远方银行: 0', 'Total: 3']],
    // 4 of 7; 3 of 4, as the fifth may yet be answered; 7 of 11.
    ['acceptRate', ['近邻银行: 5714', '远方银行: 7500', 'Total: 6364']],
    ['answeredInTimeRate', ['近邻银行: 5714', '远方银行: 7500', 'Total: 6364']],
    // 0 1 1 1; 0 0 0 2; together 0 0 0 0 1 1 1 2, of which the lower of the two in the middle.
    ['answerDays', ['近邻银行: 1', '远方银行: 0', 'Total: 0']],
  ])('%s by bank', async (name, expected) => {
    expect(await shown(name)).toEqual(expected);
  });

  it('is counted in the month of its arrival, by category too, and in no other', async () => {
    expect(await shown('askedCount', ['month'])).toEqual(['2026-11: 12', 'Total: 12']);
    expect(await shown('askedCount', ['month'], '2026-12')).toEqual(['2026-12: 0', 'Total: 0']);
    expect(await shown('acceptRate', ['month'], '2026-12')).toEqual(['2026-12: null', 'Total: null']);
    expect((await shown('silentCount', ['category'])).map(line => line.replace(/^.*: /, ''))).toEqual(['3', '0', '3']);
  });
});

describe('an in-principle letter taken for a loan: what became of indications is published', () => {
  it.each<[string, readonly string[]]>([
    ['indicationCount', ['近邻银行: 4', 'Total: 4']],
    ['indicationApprovedRate', ['近邻银行: 10000', 'Total: 10000']],
    ['indicationDisbursedRate', ['近邻银行: 7500', 'Total: 7500']],
  ])('%s by bank', async (name, expected) => {
    expect(await shown(name)).toEqual(expected);
  });

  it('by category and month of the first indication', async () => {
    expect((await shown('indicationCount', ['category'])).map(line => line.replace(/^.*: /, ''))).toEqual(['4', '4']);
    expect(await shown('indicationDisbursedRate', ['month'])).toEqual(['2026-11: 7500', 'Total: 7500']);
  });
});

describe('the figures of a bank that two firms asked', () => {
  it('are hidden, and with them the bank without which they could be subtracted', async () => {
    const small = await aLender('小小银行', {});
    for (const asking of [await asks(small), await asks(small)]) await accepts(small, asking);
    expect(await shown('askedCount')).toEqual(['近邻银行: 7', '小小银行: ?', '远方银行: ?', 'Total: 14']);
    expect((await shown('answeredInTimeRate')).filter(line => line.startsWith('小小银行'))).toEqual(['小小银行: ?']);
  });
});
