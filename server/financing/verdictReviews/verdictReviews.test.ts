import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, aSubmittedApplication } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { type Running, serve } from '../../../tests/support/http';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World, worldBegins } from '../../../tests/support/world';
import { auditEntries } from '../../audit/tables';
import { messages } from '../../messages/tables';
import type { Product } from '../../products/tables';
import type { Actor } from '../../shared/actor';
import { type AnswerReviewInput, answerReview } from './answerReview';
import { listReviews } from './queries';
import { requestReview } from './requestReview';
import type { VerdictReview } from './tables';
import { withdrawReview } from './withdrawReview';

let world: World;
let server: Running;
let bank: Actor;
let product: Product;
beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  // Matching reads in its name.
  await anActor(world, 'operator');
  bank = await anActor(world, 'bank');
  product = await aLoanProduct(world, bank, { name: '小额贷', amountFenMax: 100_000_000 });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const tooMuch = { amountFen: 200_000_000 };
const statement = '本企业有长期订单，可提供应收账款质押。';
const ask = (firm: Firm, values: Partial<Parameters<typeof requestReview>[1]> = {}) =>
  requestReview(world.contextFor(firm.actor), { productId: product.id, request: tooMuch, statement, ...values });
const admitted: AnswerReviewInput = { outcome: 'admitted', answer: '经客户经理了解，可以人工评估。' };
const upheld: AnswerReviewInput = { outcome: 'upheld', reasonCode: 'R20', answer: '本产品额度上限为监管要求。' };
const answer = (actor: Actor, { id, version }: VerdictReview, input: AnswerReviewInput = admitted) =>
  answerReview(world.contextFor(actor), { id, version, input });
const kindsTold = async (organisationId: string) =>
  (await world.db.read.select().from(messages).where(eq(messages.recipientId, organisationId))).map(({ kind }) => kind);

describe('a firm that the engine told "not eligible"', () => {
  it('asks people of the bank to look: they read which clauses fail, not what was measured, with five working days', async () => {
    const review = await ask(await aFirm(world));
    expect(review).toMatchObject({ state: 'open', dueOn: '2026-11-30', statement });
    expect(review.clauses.map(({ path }) => path)).toEqual(['/terms/amountFen']);
    expect(JSON.stringify(review.clauses)).not.toContain('measured');
    expect(await kindsTold(bank.organisationId)).toContain('verdictReviewRequested');
    const { items } = await listReviews(world.contextFor(bank), { page: 1, perPage: 10, filter: { standing: 'open' } });
    expect(items.map(({ id }) => id)).toContain(review.id);
  });

  it.each<[string, Partial<Parameters<typeof requestReview>[1]>, string]>([
    ['nothing to say', { statement: '请看看' }, 'INVALID_INPUT'],
    ['a product that there is not', { productId: 'none' }, 'NOT_FOUND'],
    ['a product that it is not kept out of', { request: null }, 'CONFLICT'],
  ])('is refused with %s', async (_, values, code) => {
    await expect(ask(await aFirm(world), values)).rejects.toMatchObject({ code });
  });

  it('asks once at a time for a product, and again once it was answered or taken back', async () => {
    const firm = await aFirm(world);
    const first = await ask(firm);
    await expect(ask(firm)).rejects.toMatchObject({ code: 'CONFLICT', details: { rule: 'verdictReview.open' } });
    await withdrawReview(world.contextFor(firm.actor), first);
    expect(await kindsTold(bank.organisationId)).toContain('verdictReviewWithdrawn');
    const second = await ask(firm);
    await answer(bank, second);
    await expect(ask(firm)).resolves.toMatchObject({ state: 'open' });
  });

  it('reads in English and Chinese that the verdict was upheld, why, and in whose words', async () => {
    const firm = await aFirm(world);
    await answer(bank, await ask(firm), upheld);
    const { verdictReviews } = await (await server.as(firm.actor)).data<{ verdictReviews: { items: object[] } }>(
      '{ verdictReviews { items { state reason { zh en } answer productName institution { id } allowedVerbs isOverdue } } }',
    );
    expect(verdictReviews.items).toMatchObject([
      { state: 'upheld', reason: { zh: expect.any(String) }, answer: upheld.answer, productName: '小额贷', allowedVerbs: [] },
    ]);
    expect(await kindsTold(firm.id)).toContain('verdictReviewAnswered');
    const [entry] = await world.db.read.select().from(auditEntries).where(eq(auditEntries.verb, 'answerVerdictReview')).limit(1);
    expect(entry).toMatchObject({ subjectKind: 'verdictReview' });
  });
});

describe('a bank that answers', () => {
  it('may look at the firm by hand: its applications of the next 90 days say so, whatever the engine finds', async () => {
    const firm = await aFirm(world);
    const review = await answer(bank, await ask(firm));
    const application = await aSubmittedApplication(world, { firm, bank, product, demand: await aDemand(world, firm) });
    const seen = async (actor: Actor) =>
      (
        await (
          await server.as(actor)
        ).data<{ application: { verdictReview: { id: string } | null } }>(
          'query ($id: ID!) { application(id: $id) { verdictReview { id state answer } } }',
          { id: application.id },
        )
      ).application.verdictReview;
    expect(await seen(bank)).toMatchObject({ id: review.id, state: 'admitted' });
    expect(await seen(firm.actor)).toMatchObject({ id: review.id });
  });

  it('no longer says so of an application after 90 days', async () => {
    const firm = await aFirm(world);
    await answer(bank, await ask(firm));
    try {
      world.setNow(new Date(worldBegins.getTime() + 91 * 86_400_000));
      const { id } = await aSubmittedApplication(world, { firm, bank, product, demand: await aDemand(world, firm) });
      const { application } = await (await server.as(bank)).data<{ application: { verdictReview: object | null } }>(
        'query ($id: ID!) { application(id: $id) { verdictReview { id } } }',
        { id },
      );
      expect(application.verdictReview).toBeNull();
    } finally {
      world.setNow(worldBegins);
    }
  });

  it.each<[string, AnswerReviewInput, string]>([
    ['upheld without a reason', { outcome: 'upheld', answer: upheld.answer }, 'reasonCode'],
    ['admitted with a reason', { ...admitted, reasonCode: 'R01' }, 'reasonCode'],
    ['in three words', { ...admitted, answer: '可以。' }, 'answer'],
  ])('is refused %s', async (_, input, field) => {
    const review = await ask(await aFirm(world));
    await expect(answer(bank, review, input)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  it('is the bank of the product, once, at the present version; for anybody else there is no review', async () => {
    const firm = await aFirm(world);
    const review = await ask(firm);
    await expect(answer(await anActor(world, 'bank'), review)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdrawReview(world.contextFor((await aFirm(world)).actor), review)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(answer(bank, { ...review, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const answered = await answer(bank, review);
    await expect(answer(bank, answered)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(withdrawReview(world.contextFor(firm.actor), answered)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is seen to be late from the day after the last', async () => {
    const firm = await aFirm(world);
    const { id } = await ask(firm);
    const lateSeen = async (day: string) => {
      world.setNow(new Date(`${day}T02:00:00Z`));
      const { verdictReviews } = await (await server.as(firm.actor)).data<{
        verdictReviews: { items: { id: string; isOverdue: boolean }[] };
      }>('{ verdictReviews { items { id isOverdue } } }');
      return verdictReviews.items.find(item => item.id === id)?.isOverdue;
    };
    try {
      expect(await lateSeen('2026-11-30')).toBe(false);
      expect(await lateSeen('2026-12-01')).toBe(true);
    } finally {
      world.setNow(worldBegins);
    }
  });
});
