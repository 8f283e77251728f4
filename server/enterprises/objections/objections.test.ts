import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aConsent, aCreditRecord, aFirm, type Firm, keep } from '../../../tests/support/enterprises';
import { actorOf, anOrganisation, aUser } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import type { Organisation } from '../../identity/tables';
import { factOf } from '../../matching/facts';
import { messages } from '../../messages/tables';
import type { Actor } from '../../shared/actor';
import { calendarDate } from '../../shared/dates';
import { accessLog } from '../accessLog/tables';
import { creditFileOf } from '../creditFile/queries';
import { readFiles } from '../records/readFiles';
import { readRecords } from '../records/readRecords';
import { readRecordsAsOf } from '../records/readRecordsAsOf';
import type { StoredRecord } from '../records/tables';
import { type AnswerObjectionInput, answerObjection } from './answerObjection';
import { disputedRecord, listObjections, objectionById } from './queries';
import { raiseObjection } from './raiseObjection';
import type { DataObjection } from './tables';
import { withdrawObjection } from './withdrawObjection';

let world: World;
let bank: Organisation;
let banker: Actor;
let creditOffice: Actor;
let taxOffice: Actor;
let operator: Actor;
let firm: Firm;
let penalty: StoredRecord;

beforeAll(async () => {
  world = await openWorld();
  const aMember = async (kind: Organisation['kind'], name: string, regionCode = '510600') => {
    const organisation = await anOrganisation(world, { kind, name, regionCode });
    return { organisation, actor: actorOf(organisation, await aUser(world, organisation)) };
  };
  ({ organisation: bank, actor: banker } = await aMember('bank', '旌湖银行'));
  creditOffice = (await aMember('department', '德阳市发展改革委')).actor;
  taxOffice = (await aMember('department', '德阳市税务局')).actor;
  operator = (await aMember('operator', '融桥运营')).actor;
});
beforeEach(async () => {
  world.setNow(worldBegins);
  firm = await aFirm(world);
  penalty = await aCreditRecord(world, firm, { dataClass: 'ADMIN_PENALTY', asOf: calendarDate('2026-10-01') });
  await keep(world, [checkOf(1)]);
});
afterAll(() => world.close());

const checkOf = (entryCount: number) => ({
  enterpriseId: firm.id,
  dataClass: 'ADMIN_PENALTY' as const,
  period: null,
  value: { entryCount },
  asOf: calendarDate('2026-10-01'),
  source: '市发展改革委（信用）',
});

const statement = '该处罚属于另一家同名企业，本企业从未受过处罚。';
const found = '经与处罚决定书原件核对，情况属实。';

const raise = (record: StoredRecord = penalty, actor: Actor = firm.actor, words = statement) =>
  raiseObjection(world.contextFor(actor), { recordId: String(record.seq), statement: words });
const answer = ({ id, version }: DataObjection, input: Partial<AnswerObjectionInput> = {}, actor: Actor = creditOffice) =>
  answerObjection(world.contextFor(actor), { id, version, input: { outcome: 'dismissed', answer: found, ...input } });

const read = async (actor: Actor = banker) =>
  (await readRecords(world.contextFor(actor), { enterpriseId: firm.id, purpose: 'creditAssessment' })).records.filter(
    ({ dataClass, value }) => dataClass === 'ADMIN_PENALTY' && !('entryCount' in value),
  );
const penaltiesOf = async () => {
  const { facts } = await creditFileOf(world.contextFor(firm.actor), { enterpriseId: firm.id, purpose: 'ownFile' });
  const fact = factOf(facts, 'penaltiesLast24Months');
  return fact.known ? fact.value : fact.reason;
};
const inboxOf = async (organisationId: string) =>
  (
    await world.db.read
      .select({ kind: messages.kind })
      .from(messages)
      .where(eq(messages.recipientId, organisationId))
      .orderBy(asc(messages.id))
  ).map(({ kind }) => kind);

describe('a firm that objects to a record', () => {
  it('has it marked as disputed in every reading, and nothing is concluded from it, until it is answered', async () => {
    await aConsent(world, firm, bank);
    expect(await penaltiesOf()).toBe(1);
    const objection = await raise();
    expect(objection).toMatchObject({ state: 'open', dueOn: '2026-12-13', dataClass: 'ADMIN_PENALTY' });
    const mark = { isDisputed: true, objection: { state: 'open', statement } };
    expect(await read()).toMatchObject([{ seq: penalty.seq, ...mark }]);
    expect(await penaltiesOf()).toBe('disputed');
    const question = { enterpriseIds: [firm.id], readerOrganisationId: bank.id, purpose: 'creditAssessment' } as const;
    for await (const file of readFiles(world.contextFor(banker), question))
      expect(file.records.find(({ seq }) => seq === penalty.seq)).toMatchObject(mark);

    await answer(objection);
    expect(await read()).toEqual([expect.not.objectContaining({ isDisputed: true })]);
    expect(await penaltiesOf()).toBe(1);
  });

  it('leaves what was read earlier as it was: a run of the past is replayed without an objection that came later', async () => {
    await aConsent(world, firm, bank);
    world.setNow(new Date('2026-11-24T02:00:00Z'));
    const objection = await raise();
    world.setNow(new Date('2026-11-26T02:00:00Z'));
    await answer(objection);
    const disputedAt = async (at: string) => {
      const files = await readRecordsAsOf(world.contextFor(banker), {
        enterpriseIds: [firm.id],
        readerOrganisationId: bank.id,
        purpose: 'creditAssessment',
        asOf: { recordsSeq: penalty.seq, at: new Date(at), day: calendarDate(at.slice(0, 10)) },
      });
      return files[0]?.records.find(({ seq }) => seq === penalty.seq)?.isDisputed ?? false;
    };
    expect(await disputedAt('2026-11-23T03:00:00Z')).toBe(false);
    expect(await disputedAt('2026-11-25T02:00:00Z')).toBe(true);
    expect(await disputedAt('2026-11-27T02:00:00Z')).toBe(false);
  });

  it('tells those who examine it and nobody else; the firm can take it back', async () => {
    const objection = await raise();
    expect(await inboxOf(creditOffice.organisationId)).toContain('objectionRaised');
    expect(await inboxOf(operator.organisationId)).toContain('objectionRaised');
    expect(await inboxOf(taxOffice.organisationId)).toEqual([]);
    const withdrawn = await withdrawObjection(world.contextFor(firm.actor), objection);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', version: 2 });
    expect(await penaltiesOf()).toBe(1);
    expect(await inboxOf(creditOffice.organisationId)).toContain('objectionWithdrawn');
    await expect(withdrawObjection(world.contextFor(firm.actor), withdrawn)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await raise()).toMatchObject({ state: 'open' });
  });

  it('is refused another firm’s record, a second objection, its own statement and too few words', async () => {
    const other = await aFirm(world);
    await expect(raise(penalty, other.actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(raiseObjection(world.contextFor(firm.actor), { recordId: 'no number', statement })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(raise(penalty, firm.actor, ' 有误 ')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'statement' },
    });
    const own = await aCreditRecord(world, firm, { dataClass: 'SELF_DECLARED', period: null, value: { hasCollateral: true } });
    await expect(raise(own)).rejects.toMatchObject({ details: { rule: 'objection.ownStatement' } });
    await raise();
    await expect(raise()).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'objection.open' } });
  });

  it('is answered once of two that come at the same time', async () => {
    const objection = await raise();
    const outcomes = await Promise.allSettled([answer(objection), answer(objection, { outcome: 'unresolved' }, operator)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the answer to an objection', () => {
  it('corrected: the record is read no more, its register counts anew, and those who may read the class are told', async () => {
    await aConsent(world, firm, bank);
    const objection = await raise();
    const answered = await answer(objection, { outcome: 'corrected' });
    expect(answered).toMatchObject({ state: 'corrected', answer: found, answeredBy: creditOffice.organisationId });
    expect(await read()).toEqual([]);
    expect(await penaltiesOf()).toBe(0);
    expect(await inboxOf(firm.id)).toContain('objectionAnswered');
    expect(await inboxOf(bank.id)).toContain('recordCorrected');
    await expect(raise()).rejects.toMatchObject({ details: { rule: 'objection.corrected' } });
  });

  it('corrected with what is right: that stands in its place from today', async () => {
    const objection = await raise();
    const value = { ...penalty.value, isRepaired: true };
    await answer(objection, { outcome: 'corrected', value });
    expect(await read()).toMatchObject([{ value, asOf: '2026-11-23', source: penalty.source }]);
    expect(await penaltiesOf()).not.toBe('disputed');
  });

  it('unresolved: the record is used again with the firm’s words beside it', async () => {
    await answer(await raise(), { outcome: 'unresolved' });
    expect(await read()).toMatchObject([{ isDisputed: false, objection: { state: 'unresolved', statement, answer: found } }]);
    expect(await penaltiesOf()).toBe(1);
  });

  it('comes from the department that provided the record or the operator: to another it does not exist', async () => {
    const objection = await raise();
    await expect(answer(objection, {}, taxOffice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answer(objection, {}, firm.actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(objectionById(world.contextFor(taxOffice), objection.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const abroad = await aFirm(world, { regionCode: '510703' });
    const theirs = await raise(await aCreditRecord(world, abroad, { dataClass: 'ADMIN_PENALTY' }), abroad.actor);
    await expect(answer(theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(theirs, {}, operator)).toMatchObject({ state: 'dismissed' });
  });

  it('is refused a value that the class does not take, one without a correction, too few words, a stale version, twice', async () => {
    const objection = await raise();
    await expect(answer(objection, { outcome: 'corrected', value: { number: 'D-9' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(answer(objection, { value: penalty.value })).rejects.toMatchObject({ details: { rule: 'objection.value' } });
    await expect(answer(objection, { answer: '无误' })).rejects.toMatchObject({ details: { field: 'answer' } });
    await expect(answer({ ...objection, version: 7 })).rejects.toMatchObject({ details: { rule: 'staleVersion' } });
    expect(await objectionById(world.contextFor(firm.actor), objection.id)).toMatchObject({ state: 'open', version: 1 });
    const answered = await answer(objection);
    await expect(answer(answered)).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'illegalVerb' } });
  });

  it('is looked for with the record before it, and the firm sees that somebody looked', async () => {
    const objection = await raise();
    expect(await disputedRecord(world.contextFor(creditOffice), objection)).toMatchObject({ value: penalty.value });
    const [entry] = await world.db.read.select().from(accessLog).where(eq(accessLog.readerUserId, creditOffice.userId)).limit(1);
    expect(entry).toMatchObject({ purpose: 'objection', outcome: 'allowed', dataClass: 'ADMIN_PENALTY' });
  });
});

describe('the list of objections', () => {
  it('shows a firm its own, and an examiner the open ones with what is due first in front', async () => {
    const later = await raise();
    const earlier = await aFirm(world);
    world.setNow(new Date('2026-11-20T02:00:00Z'));
    const sooner = await raise(await aCreditRecord(world, earlier, { dataClass: 'ADMIN_PENALTY' }), earlier.actor);
    const idsFor = async (actor: Actor, standing: 'open' | 'ended' | null = 'open') =>
      (await listObjections(world.contextFor(actor), { page: 1, perPage: 100, filter: { standing } })).items.map(({ id }) => id);
    expect(await idsFor(firm.actor)).toEqual([later.id]);
    const queue = await idsFor(creditOffice);
    expect(queue.indexOf(sooner.id)).toBeLessThan(queue.indexOf(later.id));
    expect(await idsFor(taxOffice)).toEqual([]);
    const nowhere = await aFirm(world, { regionCode: null });
    const theirs = await raise(await aCreditRecord(world, nowhere, { dataClass: 'ADMIN_PENALTY' }), nowhere.actor);
    expect(await idsFor(operator)).toContain(theirs.id);
    expect(await idsFor(creditOffice)).not.toContain(theirs.id);
    await answer(later);
    expect(await idsFor(firm.actor)).toEqual([]);
    expect(await idsFor(firm.actor, 'ended')).toEqual([later.id]);
  });
});
