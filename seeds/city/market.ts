import { and, asc, eq, inArray, isNotNull, notInArray } from 'drizzle-orm';
import type { ActorContext } from '../../server/context';
import { inForceOn } from '../../server/enterprises/consents/queries';
import { consents } from '../../server/enterprises/consents/tables';
import type { DemandInput } from '../../server/financing/demands/demandRequest';
import { openDemand } from '../../server/financing/demands/openDemand';
import type { FinancingDemand } from '../../server/financing/demands/tables';
import { suggestionsFor } from '../../server/financing/market/dispatch';
import { grabDemand } from '../../server/financing/market/grabDemand';
import { inviteInstitutions } from '../../server/financing/market/inviteInstitutions';
import { listMarketDemands } from '../../server/financing/market/openDemands';
import { createWhiteList } from '../../server/financing/whiteLists/createWhiteList';
import { listEntries } from '../../server/financing/whiteLists/queries';
import { recordContact } from '../../server/financing/whiteLists/recordContact';
import { demoAccounts, organisations, users } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';
import { addDays } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { asOf } from '../contexts';
import { actorsWhere } from './actors';
import { momentOf, Workdays } from './workdays';

type Wish = Pick<DemandInput, 'route' | 'purpose' | 'termMonths' | 'lendersMax' | 'allowsSecondLook'> & {
  readonly amountWan: number;
  /** Working days before today on which it was opened. */
  readonly openedBefore: number;
};

/** What firms of the city have on the market today: a handful of each route. */
const wishes: readonly Wish[] = [
  { route: 'grab', amountWan: 80, termMonths: 12, purpose: 'WORKING_CAPITAL', openedBefore: 1 },
  { route: 'grab', amountWan: 150, termMonths: 12, purpose: 'WORKING_CAPITAL', allowsSecondLook: true, openedBefore: 2 },
  { route: 'grab', amountWan: 60, termMonths: 24, purpose: 'EQUIPMENT', lendersMax: 2, openedBefore: 3 },
  { route: 'grab', amountWan: 200, termMonths: 12, purpose: 'WORKING_CAPITAL', openedBefore: 4 },
  { route: 'auction', amountWan: 300, termMonths: 12, purpose: 'WORKING_CAPITAL', lendersMax: 5, openedBefore: 1 },
  { route: 'auction', amountWan: 120, termMonths: 24, purpose: 'EQUIPMENT', openedBefore: 2 },
  { route: 'dispatch', amountWan: 100, termMonths: 12, purpose: 'WORKING_CAPITAL', openedBefore: 1 },
  { route: 'dispatch', amountWan: 180, termMonths: 12, purpose: 'WORKING_CAPITAL', allowsSecondLook: true, openedBefore: 6 },
  { route: 'dispatch', amountWan: 90, termMonths: 12, purpose: 'WORKING_CAPITAL', openedBefore: 2 },
];

const marketDays = 45;
const auctionDays = 10;

/**
 * The market of the demo: demands that banks may take, one that a bank has taken, and demands to pass on, of which one lies with
 * a bank that has been silent, so that the first run of scheduled work passes it on; and a department's white list.
 */
export async function seedMarket(context: ActorContext): Promise<void> {
  const [operator] = await actorsWhere(context.db.read, eq(users.username, 'operator'));
  const [bank] = await actorsWhere(context.db.read, eq(users.username, 'bank'));
  if (!operator || !bank) throw new Error('seed the identities first');
  const firms = await firmsOnTheMarket(context);
  await seedWhiteList(context, firms);
  const opened: FinancingDemand[] = [];
  for (const [place, wish] of wishes.entries()) {
    const firm = firms[place];
    if (firm) opened.push(await open(context, firm, { ...wish, place }));
  }
  const isDispatch = ({ route }: FinancingDemand) => route === 'dispatch';
  const [, silent, invited] = opened.filter(isDispatch);
  if (silent) await invite(on(context, operator, 5), silent);
  if (invited) await invite(on(context, operator, 1), invited);
  const { items } = await listMarketDemands(on(context, bank, 0), { page: 1, perPage: 50, filter: { route: 'grab' } });
  const taken = items.at(-1);
  const [fit] = taken?.fits ?? [];
  if (taken && fit) await grabDemand(on(context, bank, 0), { demandId: taken.demand.id, productId: fit.productId });
}

/** A list of a department's, pushed to the two banks of the demo's accounts; the first of them has begun to work through it. */
async function seedWhiteList(context: ActorContext, firms: readonly Actor[]): Promise<void> {
  const { read } = context.db;
  const [department] = await actorsWhere(read, eq(users.username, 'department'));
  const [bank] = await actorsWhere(read, eq(users.username, 'bank'));
  const [second] = await actorsWhere(read, eq(users.username, 'bank2'));
  const [firm] = await actorsWhere(read, eq(users.username, 'firm'));
  if (!department || !bank || !second || !firm) throw new Error('seed the identities first');
  const listed = [firm, ...firms].map(({ organisationId }) => organisationId);
  const rows = await read.select({ uscc: organisations.uscc }).from(organisations).where(inArray(organisations.id, listed));
  const { id } = await createWhiteList(on(context, department, 4), {
    name: '纳税信用 A、B 级企业融资对接',
    purpose: '为纳税信用良好的小微企业对接信用贷款',
    validUntil: addDays(context.today, 180),
    institutionIds: [bank.organisationId, second.organisationId],
    codes: rows.flatMap(({ uscc }) => uscc ?? []),
  });
  const visiting = on(context, bank, 2);
  const { items } = await listEntries(visiting, id, { page: 1, perPage: 2 });
  const results = ['interested', 'later'] as const;
  for (const [place, { entry }] of items.entries())
    await recordContact(visiting, {
      entryId: entry.id,
      input: {
        contactedOn: visiting.today,
        result: results[place] ?? 'later',
        note: place === 0 ? '有设备更新计划，已介绍信用贷款' : null,
        nextOn: addDays(context.today, 3),
      },
    });
}

const on = (context: ActorContext, actor: Actor, daysAgo: number): ActorContext => ({
  ...asOf(context, momentOf(Workdays.before(context.today, daysAgo), 0.1)),
  actor,
});

/** Firms that let the platform match them, in the order of their ids, none of them a demo account's. */
async function firmsOnTheMarket({ db, today }: ActorContext): Promise<Actor[]> {
  const shown = db.read
    .select({ id: users.organisationId })
    .from(demoAccounts)
    .innerJoin(users, eq(users.id, demoAccounts.userId));
  const rows = await db.read
    .select({ id: consents.enterpriseId })
    .from(consents)
    .innerJoin(organisations, eq(organisations.id, consents.enterpriseId))
    .where(
      and(
        eq(consents.purpose, 'matching'),
        inForceOn(today),
        eq(organisations.status, 'active'),
        isNotNull(organisations.regionCode),
        notInArray(consents.enterpriseId, shown),
      ),
    )
    .orderBy(asc(consents.enterpriseId))
    .limit(wishes.length);
  return actorsWhere(
    db.read,
    inArray(
      users.organisationId,
      rows.map(({ id }) => id),
    ),
  );
}

function open(
  context: ActorContext,
  firm: Actor,
  { amountWan, openedBefore, place, ...wish }: Wish & { readonly place: number },
): Promise<FinancingDemand> {
  const opening = on(context, firm, openedBefore);
  return openDemand(opening, {
    input: {
      ...wish,
      amountFen: amountWan * fenPerWan,
      securities: [],
      validUntil: addDays(opening.today, marketDays),
      offersUntil: wish.route === 'auction' ? addDays(opening.today, auctionDays) : null,
    },
    idempotencyKey: `demo-market-${place}`,
  });
}

/** Brings a demand to the bank that it fits best, if there is one. */
async function invite(context: ActorContext, demand: FinancingDemand): Promise<void> {
  const [best] = (await suggestionsFor(context, demand)).fits;
  if (best) await inviteInstitutions(context, { demandId: demand.id, productIds: [best.productId] });
}
