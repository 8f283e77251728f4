import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCounteredOffer,
  aDemand,
  aLoanProduct,
  anOffer,
  applicationNow,
  counterInput,
  offerInput,
  offerNow,
  type Sides,
} from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { anActor } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { Actor } from '../../shared/actor';
import type { RefusalCode } from '../../shared/refusals';
import { rejectApplication } from '../applications/rejectApplication';
import { acceptOffer } from '../offers/acceptOffer';
import { keepOffer } from '../offers/keepOffer';
import { makeOffer } from '../offers/makeOffer';
import { offersOf } from '../offers/queries';
import { counterOffer } from './counterOffer';
import { counterOffersOf } from './queries';

let world: World;
let firm: Firm;
let bank: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world);
  bank = await anActor(world, 'bank');
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const applicationAt = async (applicationId: string) => at(await applicationNow(world, applicationId));
const standBy = async (applicationId: string) =>
  keepOffer(as(bank), { ...(await applicationAt(applicationId)), reason: '利率已是最低' });

describe('counterOffer', () => {
  it('asks the bank for other terms and leaves its offer open to be taken', async () => {
    const offer = await aCounteredOffer(world, sides, { rateBps: 390, note: '他行报价 3.9%' });
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({
      state: 'countered',
      counterRounds: 1,
      offerValidUntil: '2026-12-23',
    });
    expect(await counterOffersOf(world.db.read, [offer.applicationId])).toMatchObject([
      [{ round: 1, offerId: offer.id, rateBps: 390, note: '他行报价 3.9%' }],
    ]);
    expect(await acceptOffer(as(firm.actor), at(offer))).toMatchObject({ state: 'accepted', rateBps: 435 });
  });

  it.each([
    ['rateBps', { rateBps: 700 }, 'offer.abovePublishedRate'],
    ['amountFen', { amountFen: 100_000_100 }, 'offer.aboveRequest'],
    ['termMonths', { termMonths: 37 }, 'offer.termMonthsMax'],
    ['repaymentMethod', { repaymentMethod: 'LUMP_SUM' as const }, 'offer.repaymentMethod'],
    ['input', { rateBps: 435 }, 'counterOffer.same'],
  ])('refuses by %s what the product cannot give or the offer gives already', async (field, values, rule) => {
    const offer = await anOffer(world, sides);
    await expect(counterOffer(as(firm.actor), { ...at(offer), input: counterInput(values) })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field, rule }),
    );
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({ state: 'offered', counterRounds: 0 });
  });

  it('may be made three times, not a fourth', async () => {
    const offer = await aCounteredOffer(world, sides);
    for (const rateBps of [390, 380]) {
      await standBy(offer.applicationId);
      await counterOffer(as(firm.actor), { ...at(offer), input: counterInput({ rateBps }) });
    }
    await standBy(offer.applicationId);
    await expect(counterOffer(as(firm.actor), { ...at(offer), input: counterInput({ rateBps: 370 }) })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'counterOffer.rounds' }),
    );
  });

  it('is not repeated before the bank has answered', async () => {
    const offer = await aCounteredOffer(world, sides);
    await expect(counterOffer(as(firm.actor), { ...at(offer), input: counterInput({ rateBps: 390 }) })).rejects.toMatchObject(
      refused('CONFLICT'),
    );
  });

  it('is refused once the offer has run out, and by anybody but the firm', async () => {
    const offer = await anOffer(world, sides);
    const stranger = (await aFirm(world)).actor;
    await expect(counterOffer(as(stranger), { ...at(offer), input: counterInput() })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(counterOffer(as(bank), { ...at(offer), input: counterInput() })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    world.setNow(new Date('2027-01-10T02:00:00Z'));
    await expect(counterOffer(as(firm.actor), { ...at(offer), input: counterInput() })).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'offer.expired' }),
    );
  });
});

describe("the bank's answer", () => {
  it('may be another offer, in whose place the one before lapses', async () => {
    const offer = await aCounteredOffer(world, sides);
    const input = offerInput(world, { pricing: { kind: 'fixed', rateBps: 400 } });
    await makeOffer(as(bank), { ...(await applicationAt(offer.applicationId)), input });
    expect(await offersOf(world.db.read, [offer.applicationId])).toMatchObject([
      [
        { number: 1, state: 'lapsed' },
        { number: 2, state: 'open', rateBps: 400 },
      ],
    ]);
    expect(await applicationNow(world, offer.applicationId)).toMatchObject({ state: 'offered', counterRounds: 1 });
  });

  it('may be to stand by the offer, until the same last day', async () => {
    const { applicationId } = await aCounteredOffer(world, sides);
    expect(await standBy(applicationId)).toMatchObject({ state: 'offered', offerValidUntil: '2026-12-23' });
  });

  it('cannot be to stand by an offer that has run out; a new one can be made', async () => {
    const { applicationId } = await aCounteredOffer(world, sides);
    world.setNow(new Date('2027-01-10T02:00:00Z'));
    await expect(standBy(applicationId)).rejects.toMatchObject(refused('CONFLICT', { rule: 'offer.ranOut' }));
    await makeOffer(as(bank), { ...(await applicationAt(applicationId)), input: offerInput(world) });
    expect(await applicationNow(world, applicationId)).toMatchObject({ state: 'offered', offerValidUntil: '2027-02-09' });
  });

  it('may be to refuse, with which the offer ends too', async () => {
    const { applicationId } = await aCounteredOffer(world, sides);
    await rejectApplication(as(bank), { ...(await applicationAt(applicationId)), reasonCode: 'R17' });
    expect(await offerNow(world, applicationId, 'lapsed')).toMatchObject({ number: 1 });
    expect(await applicationNow(world, applicationId)).toMatchObject({ state: 'rejected', offerValidUntil: null });
  });
});
