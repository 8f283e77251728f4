import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteChange } from '../../server/changes/noteChange';
import { changesAfter, headSeq, lastChangeOf, lastChangeOfProducts } from '../../server/changes/queries';
import { revokeConsent } from '../../server/enterprises/consents/revokeConsent';
import type { Consent } from '../../server/enterprises/consents/tables';
import { suspendOrganisation } from '../../server/identity/organisations/suspendOrganisation';
import type { Organisation } from '../../server/identity/tables';
import { recordLprQuote } from '../../server/products/lpr/recordLprQuote';
import { resumeProduct } from '../../server/products/resumeProduct';
import { suspendProduct } from '../../server/products/suspendProduct';
import { withdrawProduct } from '../../server/products/withdrawProduct';
import type { Actor } from '../../server/shared/actor';
import { aConsent, aFirm, aRecord, keep } from '../support/enterprises';
import { actorOf, anActor, anOrganisation, aUser } from '../support/identity';
import { hasOneSession } from '../support/pglite';
import { aDraft, aPublished } from '../support/products';
import { openWorld, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const note = (id: string) => world.db.write(async tx => noteChange(tx, { now: world.now() }, 'enterprise', id));
const subjectsAfter = async (seq: number) =>
  (await changesAfter(world.db.read, seq, 1_000)).map(({ kind, subjectId }) => [kind, subjectId]);

/** The changes that `work` wrote. */
async function noted(work: () => Promise<unknown>) {
  const before = await headSeq(world.db.read);
  await work();
  return subjectsAfter(before);
}

/** A promise, and what opens it. */
function gate() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>(open => {
    resolve = open;
  });
  return { promise, resolve };
}

describe('the changes', () => {
  it('begin with none', async () => {
    expect(await headSeq(world.db.read)).toBe(0);
    expect(await lastChangeOf(world.db.read, 'nobody')).toBe(0);
    expect(await changesAfter(world.db.read, 0, 10)).toEqual([]);
  });

  it('are numbered as they came, and each firm knows its last', async () => {
    for (const id of ['a', 'b', 'a']) await note(id);
    const all = await changesAfter(world.db.read, 0, 10);
    expect(all.map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'a']);
    expect(await lastChangeOf(world.db.read, 'a')).toBe(all[2]?.seq);
    expect(await lastChangeOf(world.db.read, 'b')).toBe(all[1]?.seq);
    expect(await headSeq(world.db.read)).toBe(all[2]?.seq);
    expect(await changesAfter(world.db.read, all[0]?.seq ?? 0, 1)).toEqual([all[1]]);
  });

  it('are one row for a unit that notes the same over and over', async () => {
    await world.db.write(async tx => {
      for (let times = 0; times < 3; times += 1)
        for (const id of ['a', 'b']) noteChange(tx, { now: world.now() }, 'enterprise', id);
    });
    expect(await subjectsAfter(0)).toEqual([
      ['enterprise', 'a'],
      ['enterprise', 'b'],
    ]);
  });

  it('are gone with a unit that fails, and the next unit writes none of them', async () => {
    const failed = world.db.write(async tx => {
      noteChange(tx, { now: world.now() }, 'enterprise', 'lost');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await note('kept');
    expect(await subjectsAfter(0)).toEqual([['enterprise', 'kept']]);
  });

  it('show no number before a lower one, whoever ends first', async () => {
    let isDone = false;
    const seen: number[] = [];
    const reader = async () => {
      while (!isDone) {
        for (const { seq } of await changesAfter(world.db.read, seen.at(-1) ?? 0, 100)) seen.push(seq);
        await setImmediate();
      }
    };
    const writers = Array.from({ length: 30 }, (_, at) =>
      world.db.write(async tx => {
        noteChange(tx, { now: world.now() }, 'enterprise', `firm-${at}`);
        for (let pause = 0; pause < (at * 7) % 11; pause += 1) await setImmediate();
      }),
    );
    const reading = reader();
    await Promise.all(writers);
    isDone = true;
    await reading;
    const all = await changesAfter(world.db.read, 0, 1_000);
    // What the reader took while they wrote, and what it had not come to, is all there is: it jumped over nothing.
    const rest = await changesAfter(world.db.read, seen.at(-1) ?? 0, 1_000);
    expect([...seen, ...rest.map(({ seq }) => seq)]).toEqual(all.map(({ seq }) => seq));
    expect(all).toHaveLength(30);
  });

  it('wait for the one whose number is lower to be committed', async () => {
    // With one session, a look past the open unit would wait for it.
    if (hasOneSession(world.place.databaseUrl)) return;
    const { promise: held, resolve: release } = gate();
    const { promise: numbered, resolve: hasNumber } = gate();
    const first = world.db.write(async tx => {
      noteChange(tx, { now: world.now() }, 'enterprise', 'first');
      const hold = () => {
        hasNumber();
        return held;
      };
      // Written after what was gathered before it: by then the change has its number.
      tx.gathered(Symbol('held'), () => ({ write: hold }));
    });
    await numbered;
    const second = note('second');
    await setTimeout(100);
    expect(await subjectsAfter(0)).toEqual([]);
    release();
    await Promise.all([first, second]);
    expect((await subjectsAfter(0)).map(([, id]) => id)).toEqual(['first', 'second']);
  });

  it('take their number at the end, so that a unit that takes long holds nobody up', async () => {
    if (hasOneSession(world.place.databaseUrl) || world.db.dialect === 'sqlite') return;
    const { promise: waiting, resolve: finish } = gate();
    const long = world.db.write(async tx => {
      noteChange(tx, { now: world.now() }, 'enterprise', 'long');
      await waiting;
    });
    await note('short');
    expect(await subjectsAfter(0)).toEqual([['enterprise', 'short']]);
    finish();
    await long;
    expect(await subjectsAfter(0)).toEqual([
      ['enterprise', 'short'],
      ['enterprise', 'long'],
    ]);
  });
});

describe('a firm', () => {
  let operator: Organisation;
  beforeEach(async () => {
    operator = await anOrganisation(world, { kind: 'operator', name: '融桥运营' });
  });

  it('changes once for all records of an import, and not for records that are known', async () => {
    const [firm, other] = [await aFirm(world), await aFirm(world)];
    const records = ['2026-08', '2026-09'].flatMap(period => [firm, other].map(each => aRecord(each, { period })));
    expect(await noted(() => keep(world, records))).toEqual([
      ['enterprise', firm.id],
      ['enterprise', other.id],
    ]);
    expect(await noted(() => keep(world, records))).toEqual([]);
  });

  it('changes when it consents to matching and when it takes that back; another consent moves nothing', async () => {
    const firm = await aFirm(world);
    const bank = await anOrganisation(world);
    const moved = [['enterprise', firm.id]];
    expect(await noted(() => aConsent(world, firm, operator, { purpose: 'matching' }))).toEqual(moved);
    let consent: Consent | undefined;
    const replace = async () => {
      consent = await aConsent(world, firm, operator, { purpose: 'matching', months: 3 });
    };
    expect(await noted(replace)).toEqual(moved);
    const { id = '', version = 0 } = consent ?? {};
    expect(await noted(() => revokeConsent(world.contextFor(firm.actor), { id, version }))).toEqual(moved);
    expect(await noted(() => aConsent(world, firm, bank))).toEqual([]);
  });

  it('changes when it is suspended', async () => {
    const { organisation } = await aFirm(world);
    const actor = actorOf(operator, await aUser(world, operator));
    const suspend = () =>
      suspendOrganisation(world.contextFor(actor), { id: organisation.id, version: organisation.version, reason: '资料造假' });
    expect(await noted(suspend)).toEqual([['enterprise', organisation.id]]);
  });
});

describe('the products in force', () => {
  let bank: Actor;
  beforeEach(async () => {
    bank = await anActor(world, 'bank');
  });

  it('change with a publication, a suspension, a resumption and a withdrawal, and not with a draft', async () => {
    expect(await noted(() => aDraft(world, bank))).toEqual([]);
    const { id, version } = await aPublished(world, bank);
    const moved = [['products', id]];
    expect(await subjectsAfter(0)).toEqual(moved);
    const context = world.contextFor(bank);
    expect(await noted(() => suspendProduct(context, { id, version, reason: '额度用完' }))).toEqual(moved);
    expect(await noted(() => resumeProduct(context, { id, version: version + 1 }))).toEqual(moved);
    expect(await noted(() => withdrawProduct(context, { id, version: version + 2, reason: '不再办理' }))).toEqual(moved);
    expect(await lastChangeOfProducts(world.db.read)).toBe(await headSeq(world.db.read));
  });

  it('change with a quotation of the loan prime rate', async () => {
    const operator = world.contextFor(await anActor(world, 'operator'));
    const quote = { publishedOn: '2026-11-20', tenor: '1Y', rateBps: 295, source: '全国银行间同业拆借中心' } as const;
    expect((await noted(() => recordLprQuote(operator, quote))).map(([kind]) => kind)).toEqual(['products']);
  });

  it('change when an institution is suspended', async () => {
    const operator = world.contextFor(await anActor(world, 'operator'));
    const { organisationId: id } = bank;
    const suspend = () => suspendOrganisation(operator, { id, version: 1, reason: '违规' });
    expect(await noted(suspend)).toEqual([['products', id]]);
  });
});
