import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { count, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditEntries } from '../../server/audit/tables';
import { verifyChain } from '../../server/audit/verify';
import { projectRoot } from '../../server/database/root';
import { applicationFindings, applications } from '../../server/financing/applications/tables';
import { financingDemands } from '../../server/financing/demands/tables';
import { offers } from '../../server/financing/offers/tables';
import { messages } from '../../server/messages/tables';
import { aLoanProduct, organisationOf } from '../support/deals';
import type { Acknowledged, WritersTask } from '../support/dealWriter';
import { aConsent, aFirm } from '../support/enterprises';
import { anActor } from '../support/identity';
import { hasOneSession } from '../support/pglite';
import { openWorld, type World, worldAt } from '../support/world';

/** Four firms deal at the same time; after so many acknowledged writes their process is killed. */
const firmsMany = 4;
const writesMany = 205;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Answers what a writer had acknowledged when it was killed, without a chance to tidy up. */
function killedAfter(writes: number, task: WritersTask): Promise<Acknowledged[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'tests/support/dealWriter.ts'), JSON.stringify(task)],
    {
      cwd: projectRoot,
      env: { ...process.env, DATA_DIR: task.place.dataDir, DATABASE_URL: task.place.databaseUrl ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let complained = '';
  child.stdout.on('data', chunk => {
    said += chunk;
    if (said.split('\n').length > writes) child.kill('SIGKILL');
  });
  child.stderr.on('data', chunk => {
    complained += chunk;
  });
  return new Promise((resolve, reject) =>
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself with ${code}: ${complained}`));
      // The last line may be half of one.
      else
        resolve(
          said
            .split('\n')
            .slice(0, -1)
            .map(line => JSON.parse(line) as Acknowledged),
        );
    }),
  );
}

it('after kill -9 in the midst of writes every acknowledged one is there, and no half of any', async context => {
  if (hasOneSession(world.place.databaseUrl)) context.skip('one session is not two processes');
  const bank = await anActor(world, 'bank');
  const product = await aLoanProduct(world, bank);
  const institution = await organisationOf(world, bank);
  const firms = await Promise.all(Array.from({ length: firmsMany }, () => aFirm(world)));
  for (const firm of firms) await aConsent(world, firm, institution);
  const acknowledged = await killedAfter(writesMany, { place: world.place, firms, bank, product, seed: 1 });
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);

  const again = worldAt(world.place);
  try {
    const [kept, demands] = await Promise.all([
      again.db.read.select().from(applications),
      again.db.read.select().from(financingDemands),
    ]);
    const versions = new Map([...kept, ...demands].map(({ id, version }) => [id, version]));
    const lost = acknowledged.filter(({ id, version }) => (versions.get(id) ?? 0) < version);
    expect(lost).toEqual([]);
    expect(
      await halves(
        again,
        kept.map(({ id }) => id),
      ),
    ).toEqual({ audits: [], findings: [], letters: [], offers: [] });
    expect((await verifyChain(again.db.read)).broken).toBeNull();
  } finally {
    await again.close();
  }
});

/** Applications of which one write is there and another of the same unit is not: as many audit entries as versions, and so on. */
async function halves(there: World, ids: readonly string[]) {
  const { read } = there.db;
  const rows = await read
    .select()
    .from(applications)
    .where(inArray(applications.id, [...ids]));
  const counted = await read
    .select({ id: auditEntries.subjectId, entries: count() })
    .from(auditEntries)
    .where(eq(auditEntries.subjectKind, 'application'))
    .groupBy(auditEntries.subjectId);
  const entriesOf = new Map(counted.map(({ id, entries }) => [id, entries]));
  const judged = new Set(
    (await read.select({ id: applicationFindings.applicationId }).from(applicationFindings)).map(({ id }) => id),
  );
  const told = new Set((await read.select({ occasion: messages.occasion }).from(messages)).map(({ occasion }) => occasion));
  const offered = await read.select({ id: offers.applicationId }).from(offers).where(eq(offers.state, 'open'));
  const open = new Set(offered.map(({ id }) => id));
  return {
    audits: rows.filter(({ id, version }) => entriesOf.get(id) !== version).map(({ id }) => id),
    findings: rows.filter(({ id }) => !judged.has(id)).map(({ id }) => id),
    letters: rows.filter(({ id, version }) => !told.has(`${id}/${version}`)).map(({ id }) => id),
    offers: rows.filter(({ id, state }) => open.has(id) !== (state === 'offered')).map(({ id }) => id),
  };
}
