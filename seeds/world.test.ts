import { asc, count, countDistinct, eq, gt, sum } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '../server/audit/tables';
import { verifyChain } from '../server/audit/verify';
import { accessLog } from '../server/enterprises/accessLog/tables';
import { consents } from '../server/enterprises/consents/tables';
import { channelOf } from '../server/financing/applications/steps';
import { applications } from '../server/financing/applications/tables';
import { matchedTransactions } from '../server/financing/deals/tables';
import { signIn } from '../server/identity/sessions/signIn';
import { organisations } from '../server/identity/tables';
import { listDemoAccounts } from '../server/identity/users/queries';
import { systemActor } from '../server/shared/actor';
import { fenPerWan } from '../server/shared/money';
import { openWorld, type World } from '../tests/support/world';
import { figuresFor } from './city/figures';
import { newPassword, operatorUsername, seedOperator } from './operator';
import { isEmptyWorld, seedDemo } from './world';

async function smallWorld(): Promise<World> {
  const opened = await openWorld();
  await seedDemo(opened.contextFor(systemActor('seed')), () => undefined, { size: 'small' });
  return opened;
}

let world: World;
beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world?.close());

const figures = figuresFor(60);

describe('the small demo', () => {
  it('has the loans of its figures, every one in the audit chain, which holds', async () => {
    const [lent] = await world.db.read
      .select({
        loans: count(),
        fen: sum(matchedTransactions.amountFen).mapWith(Number),
        firms: countDistinct(matchedTransactions.enterpriseId),
      })
      .from(matchedTransactions);
    expect(lent).toEqual({ loans: figures.loans, fen: figures.lentWan * fenPerWan, firms: figures.borrowers });
    const disbursed = await world.db.read.select().from(auditEntries).where(eq(auditEntries.verb, 'disburse'));
    expect(disbursed).toHaveLength(figures.loans);
    expect((await verifyChain(world.db.read)).broken).toBeNull();
  });

  it('tells of nothing that has not happened yet, and of each read of a firm once', async () => {
    const { read } = world.db;
    const [steps] = await read.select({ later: count() }).from(auditEntries).where(gt(auditEntries.at, world.now()));
    const [reads] = await read.select({ later: count() }).from(accessLog).where(gt(accessLog.at, world.now()));
    expect({ steps, reads }).toEqual({ steps: { later: 0 }, reads: { later: 0 } });
    const { requestId, readerOrganisationId, purpose, enterpriseId, dataClass, at } = accessLog;
    const twice = await read
      .select({ requestId, at })
      .from(accessLog)
      .groupBy(requestId, readerOrganisationId, purpose, enterpriseId, dataClass, at)
      .having(gt(count(), 1));
    expect(twice).toEqual([]);
    const requests = await read
      .select({ moments: countDistinct(at) })
      .from(accessLog)
      .groupBy(requestId);
    expect(requests.every(({ moments }) => moments === 1)).toBe(true);
  });

  it('counts a loan as one of government data exactly when the bank had been authorised to read some', async () => {
    const rows = await world.db.read
      .select({
        channel: applications.channel,
        dataClasses: consents.dataClasses,
        from: consents.signedAt,
        at: applications.submittedAt,
      })
      .from(applications)
      .innerJoin(consents, eq(consents.id, applications.consentId));
    for (const { channel, dataClasses, from, at } of rows) {
      expect(channel).toBe(channelOf(dataClasses));
      expect(from <= at).toBe(true);
    }
    expect(new Set(rows.map(({ channel }) => channel)).size).toBe(2);
  });

  it('tells each application in the order of time', async () => {
    const entries = await world.db.read
      .select({ id: auditEntries.subjectId, at: auditEntries.at })
      .from(auditEntries)
      .where(eq(auditEntries.subjectKind, 'application'))
      .orderBy(asc(auditEntries.seq));
    const last = new Map<string, Date>();
    const early = entries.filter(({ id, at }) => {
      const before = last.get(id);
      last.set(id, at);
      return before !== undefined && at < before;
    });
    expect(entries.length).toBeGreaterThan(0);
    expect(early).toEqual([]);
  });

  it('leaves the firms of the demo accounts without a past, for those who want to begin one', async () => {
    const accounts = await listDemoAccounts(world.db.read);
    expect(accounts.map(({ username }) => username)).toContain('firm');
    const asked = await world.db.read
      .select({ name: organisations.name })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.enterpriseId));
    const own = accounts.map(({ organisationName }) => organisationName);
    expect(asked.filter(({ name }) => own.includes(name))).toEqual([]);
  });

  it('is the same world again on the same day', async () => {
    const other = await smallWorld();
    const last = async ({ db }: World) => {
      const entries = await db.read.select({ hash: auditEntries.hash, details: auditEntries.details }).from(auditEntries);
      return {
        entries: entries.length,
        loans: await db.read.select().from(matchedTransactions).orderBy(asc(matchedTransactions.id)),
      };
    };
    expect(await last(other)).toEqual(await last(world));
    await other.close();
  });
});

describe('an empty database for real work', () => {
  it('has one account, which signs in with the password made for it', async () => {
    const empty = await openWorld();
    expect(await isEmptyWorld(empty.db.read)).toBe(true);
    const password = newPassword();
    await seedOperator(empty.contextFor(systemActor('seed')), password);
    const { user } = await signIn(empty.anonymous(), { username: operatorUsername, password }, { sessionHours: 1, address: '' });
    expect(user.role).toBe('administrator');
    expect(await isEmptyWorld(empty.db.read)).toBe(false);
    expect(await listDemoAccounts(empty.db.read)).toEqual([]);
    await empty.close();
  });

  it('never makes the same password twice', () => expect(newPassword()).not.toBe(newPassword()));
});
