import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anActor, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import type { ActorContext } from '../../context';
import type { OrganisationKind } from '../../shared/actor';
import { signIn } from '../sessions/signIn';
import { type Organisation, organisations, users } from '../tables';
import { confirmOrganisation } from './confirmOrganisation';
import { type CreateOrganisationInput, createOrganisation } from './createOrganisation';
import { findOrganisation, listOrganisations } from './queries';
import { rejectOrganisation } from './rejectOrganisation';
import { restoreOrganisation } from './restoreOrganisation';
import { suspendOrganisation } from './suspendOrganisation';

let world: World;
let operator: ActorContext;

beforeEach(async () => {
  world = await openWorld();
  operator = world.contextFor(await anActor(world, 'operator'));
  return () => world.close();
});

const reason = '营业执照与登记信息不一致';
const stored = async (id: string) => (await world.db.read.select().from(organisations).where(eq(organisations.id, id)))[0];
const userOf = async (id: string) => (await world.db.read.select().from(users).where(eq(users.organisationId, id)))[0];
const verbsRecorded = async () =>
  (await world.db.read.select().from(auditEntries).orderBy(asc(auditEntries.seq))).map(({ verb }) => verb);

const verbs = {
  confirmOrganisation,
  rejectOrganisation: (context: ActorContext, change: { id: string; version: number }) =>
    rejectOrganisation(context, { ...change, reason }),
  suspendOrganisation: (context: ActorContext, change: { id: string; version: number }) =>
    suspendOrganisation(context, { ...change, reason }),
  restoreOrganisation,
};
const changes = [
  ['confirmOrganisation', 'pending', 'active', null],
  ['rejectOrganisation', 'pending', 'rejected', reason],
  ['suspendOrganisation', 'active', 'suspended', reason],
  ['restoreOrganisation', 'suspended', 'active', null],
] as const;

describe.each(changes)('%s', (verb, from, to, statusReason) => {
  let firm: Organisation;
  beforeEach(async () => {
    firm = await anOrganisation(world, { kind: 'enterprise', status: from });
  });
  const run = (context = operator, change = {}) => verbs[verb](context, { id: firm.id, version: 1, ...change });

  it(`leads from ${from} to ${to}, keeps the reason and is recorded`, async () => {
    const changed = await run();
    expect(changed).toMatchObject({ status: to, statusReason, version: 2 });
    expect(await stored(firm.id)).toEqual(changed);
    const [entry] = await world.db.read.select().from(auditEntries);
    expect(entry).toMatchObject({ verb, subjectId: firm.id, reason: statusReason, details: { from, to } });
  });

  it('is refused a second time, as a stale version and as an illegal verb', async () => {
    await run();
    await expect(run()).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'staleVersion', given: 1, current: 2 } });
    await expect(run(operator, { version: 2 })).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'illegalVerb' } });
    expect(await verbsRecorded()).toEqual([verb]);
  });

  it('is refused for an id that nobody has', async () => {
    await expect(run(operator, { id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND', details: { value: 'nothing' } });
  });

  it.each([
    ['a bank', 'bank', 'administrator'],
    ['a regulator', 'regulator', 'administrator'],
    ["the operator's auditor", 'operator', 'auditor'],
  ] as const)('is refused to %s', async (_, kind, role) => {
    const context = world.contextFor(await anActor(world, kind, role));
    await expect(run(context)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await stored(firm.id)).toEqual(firm);
  });
});

describe('registrations', () => {
  it('confirming activates the firm and the user who registered it', async () => {
    const firm = await anOrganisation(world, { kind: 'enterprise', status: 'pending' });
    await aUser(world, firm, { status: 'pending' });
    await confirmOrganisation(operator, firm);
    expect(await userOf(firm.id)).toMatchObject({ status: 'active', version: 2 });
    expect(await verbsRecorded()).toEqual(['confirmUser', 'confirmOrganisation']);
  });

  it('rejecting leaves the user pending, who can still read the reason', async () => {
    const firm = await anOrganisation(world, { kind: 'enterprise', status: 'pending' });
    await aUser(world, firm, { status: 'pending' });
    await rejectOrganisation(operator, { ...firm, reason });
    expect(await userOf(firm.id)).toMatchObject({ status: 'pending' });
  });

  it('confirming a claim activates the claimant and leaves the active firm as it is', async () => {
    const firm = await anOrganisation(world, { kind: 'enterprise' });
    await aUser(world, firm, { status: 'pending' });
    await expect(confirmOrganisation(operator, firm)).resolves.toMatchObject({ status: 'active', version: 2 });
    expect(await userOf(firm.id)).toMatchObject({ status: 'active' });
  });

  it('rejecting a claim disables the claimant with the reason and leaves the firm active', async () => {
    const firm = await anOrganisation(world, { kind: 'enterprise' });
    await aUser(world, firm, { status: 'pending' });
    await expect(rejectOrganisation(operator, { ...firm, reason })).resolves.toMatchObject({
      status: 'active',
      statusReason: null,
    });
    expect(await userOf(firm.id)).toMatchObject({ status: 'disabled', statusReason: reason });
  });

  it.each(['confirmOrganisation', 'rejectOrganisation'] as const)(
    '%s is refused for an active firm nobody claims',
    async verb => {
      const firm = await anOrganisation(world, { kind: 'enterprise' });
      await aUser(world, firm);
      await expect(verbs[verb](operator, firm)).rejects.toMatchObject({ details: { rule: 'illegalVerb', state: 'active' } });
    },
  );

  it.each(['', ' ', '无', 'x'.repeat(501)])('a reason "%s" is refused', async text => {
    const firm = await anOrganisation(world, { kind: 'enterprise', status: 'pending' });
    const wrong = { code: 'INVALID_INPUT', details: { field: 'reason' } };
    await expect(rejectOrganisation(operator, { ...firm, reason: text })).rejects.toMatchObject(wrong);
    await expect(suspendOrganisation(operator, { ...firm, reason: text })).rejects.toMatchObject(wrong);
  });

  it('the operator cannot suspend itself', async () => {
    const own = { id: operator.actor.organisationId, version: 1, reason };
    await expect(suspendOrganisation(operator, own)).rejects.toMatchObject({ details: { rule: 'ownOrganisation' } });
  });
});

const input: CreateOrganisationInput = {
  kind: 'bank',
  name: '旌湖农村商业银行股份有限公司',
  shortName: '旌湖农商行',
  uscc: '',
  regionCode: '510600',
  administratorName: '周明',
  username: 'Jinghu.Admin',
  password: 'kestrel over the river',
};

describe('createOrganisation', () => {
  it('sets up an active institution whose administrator signs in at once', async () => {
    const bank = await createOrganisation(operator, input);
    expect(await stored(bank.id)).toMatchObject({ kind: 'bank', status: 'active', uscc: null, version: 1 });
    const credentials = { username: 'jinghu.admin', password: input.password };
    const { user } = await signIn(world.anonymous(), credentials, { sessionHours: 1, address: '' });
    expect(user).toMatchObject({ organisationId: bank.id, role: 'administrator', name: '周明' });
    expect(await verbsRecorded()).toEqual(['createOrganisation', 'createUser', 'signIn']);
  });

  it('keeps a code whose check character differs, flagged', async () => {
    const made = await createOrganisation(operator, { ...input, uscc: '９１350203m0001qay9b' });
    expect(made).toMatchObject({ uscc: '91350203M0001QAY9B', usccVerdict: 'checkDigitMismatch' });
  });

  it.each([
    ['a firm', { kind: 'enterprise' }, 'kind', 'kind.enterprise'],
    ['a kind that does not exist', { kind: 'broker' as OrganisationKind }, 'kind', 'kind.choice'],
    ['a name of one character', { name: '行' }, 'name', 'name.length'],
    ['a malformed code', { uscc: '91350203M0001QAY9' }, 'uscc', 'uscc.length'],
    ['a division that does not exist', { regionCode: '999999' }, 'regionCode', 'regionCode.unknown'],
    ['a username with a blank', { username: 'jing hu' }, 'username', 'username.form'],
    ['a username of two characters', { username: 'jh' }, 'username', 'username.form'],
    ['no name of the administrator', { administratorName: ' ' }, 'administratorName', 'name.length'],
    ['a password of nine characters', { password: 'kestrel42' }, 'password', 'password.length'],
  ] as const)('refuses %s by the name of the field', async (_, wrong, field, rule) => {
    await expect(createOrganisation(operator, { ...input, ...wrong })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field, rule },
    });
    expect(await verbsRecorded()).toEqual([]);
  });

  it('refuses a username and a code that are taken, and then keeps nothing', async () => {
    await createOrganisation(operator, { ...input, uscc: '91350203M0001QAY9B' });
    await expect(createOrganisation(operator, input)).rejects.toMatchObject({
      details: { field: 'username', rule: 'username.taken' },
    });
    const sameCode = { ...input, username: 'another', uscc: '91350203M0001QAY9B' };
    await expect(createOrganisation(operator, sameCode)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { rule: 'uscc.taken' },
    });
    expect(await world.db.read.select().from(organisations).where(eq(organisations.kind, 'bank'))).toHaveLength(1);
  });

  it('is refused to everybody but the operator', async () => {
    const bank = world.contextFor(await anActor(world, 'bank', 'administrator'));
    await expect(createOrganisation(bank, input)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('who knows of whom', () => {
  const named = async (context: ActorContext, list = {}) =>
    (await listOrganisations(context, { page: 1, perPage: 50, sort: 'name', ...list })).items.map(({ name }) => name);
  let firm: Organisation;

  beforeEach(async () => {
    await world.db.write(tx => tx.update(organisations).set({ name: '运营方' }));
    await anOrganisation(world, { name: '农商行', shortName: 'NSH', regionCode: '510603' });
    await anOrganisation(world, { name: '停业银行', status: 'suspended', regionCode: '510000' });
    firm = await anOrganisation(world, {
      kind: 'enterprise',
      name: '机械厂',
      regionCode: '510603100',
      uscc: '91350203M0001QAY9B',
    });
    await anOrganisation(world, { kind: 'enterprise', name: '水泥厂', status: 'pending', regionCode: '510100' });
  });

  it('the operator knows all', async () => {
    expect(await named(operator)).toEqual(['停业银行', '农商行', '机械厂', '水泥厂', '运营方'].sort());
  });

  it('a firm knows the institutions at work, and itself', async () => {
    const context = world.contextFor(actorOf(firm, await aUser(world, firm)));
    expect(await named(context)).toEqual(['农商行', '机械厂', '运营方'].sort());
    expect(await findOrganisation(context, firm.id)).toMatchObject({ name: '机械厂' });
  });

  it.each(['bank', 'regulator'] as const)('a %s knows no firm: not in the list, and by its id NOT_FOUND', async kind => {
    const context = world.contextFor(await anActor(world, kind));
    expect(await named(context, { filter: { kind: 'enterprise' } })).toEqual([]);
    await expect(findOrganisation(context, firm.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['a word of the name', { q: '机械' }, ['机械厂']],
    ['a part of the short name in lower case', { q: 'nsh' }, ['农商行']],
    ['a part of the code', { q: 'm0001qay' }, ['机械厂']],
    ['a sign that means anything elsewhere', { q: '%' }, []],
    ['a city, with all below it', { filter: { regionCode: '510600' } }, ['农商行', '机械厂', '运营方']],
    ['a county', { filter: { regionCode: '510603' } }, ['农商行', '机械厂']],
    ['a town', { filter: { regionCode: '510603100' } }, ['机械厂']],
    ['a status', { filter: { status: 'suspended' } }, ['停业银行']],
    ['what waits', { filter: { status: 'pending' } }, ['水泥厂']],
  ])('finds by %s', async (_, list, expected) => {
    expect(await named(operator, list)).toEqual([...expected].sort());
  });

  it('finds an active firm among what waits once somebody claims it', async () => {
    await aUser(world, firm, { status: 'pending' });
    expect(await named(operator, { filter: { status: 'pending' } })).toEqual(['机械厂', '水泥厂'].sort());
    expect(await named(operator, { filter: { status: 'active', kind: 'enterprise' } })).toEqual(['机械厂']);
  });

  it('refuses a sort that is not offered', async () => {
    await expect(named(operator, { sort: 'uscc' })).rejects.toMatchObject({ details: { rule: 'sort.unknown' } });
  });
});
