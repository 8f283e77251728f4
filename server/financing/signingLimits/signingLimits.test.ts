import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDemand, aLoanProduct, anIssuedContract, anOffer, applicationNow, type Sides } from '../../../tests/support/deals';
import { aFirm, type Firm } from '../../../tests/support/enterprises';
import { type Client, type Running, serve } from '../../../tests/support/http';
import { actorOf, anActor, aUser } from '../../../tests/support/identity';
import { openWorld, type World } from '../../../tests/support/world';
import type { Actor } from '../../shared/actor';
import { fenPerWan } from '../../shared/money';
import { signContract } from '../contracts/signContract';
import { acceptOffer } from '../offers/acceptOffer';
import { signingLimitOf, signingRules } from './queries';
import { setSigningLimit } from './setSigningLimit';

let world: World;
let firm: Firm;
let head: Actor;
let officer: Actor;
let colleague: Actor;
let sides: Sides;
/** What is offered and contracted below: 1,000,000 yuan. */
const loanFen = 100 * fenPerWan;

beforeEach(async () => {
  world = await openWorld();
  firm = await aFirm(world);
  const person = async (role: Actor['role']) => actorOf(firm.organisation, await aUser(world, firm.organisation, { role }));
  [head, officer, colleague] = [await person('administrator'), await person('officer'), await person('officer')];
  const bank = await anActor(world, 'bank');
  sides = { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const above = {
  code: 'NOT_ALLOWED',
  details: { rule: 'signingLimit', amountFen: loanFen, limitFen: loanFen - 1 },
};
const limited = (amountFen: number | null, userId: string | null = null) => setSigningLimit(as(head), { userId, amountFen });

describe('a firm’s own limit on who may sign', () => {
  it('lets an officer accept an offer of exactly the limit, refuses a fen more and says who may', async () => {
    const offer = await anOffer(world, sides);
    await limited(loanFen - 1);
    await expect(acceptOffer(as(officer), at(offer))).rejects.toMatchObject(above);
    await expect(acceptOffer(as(officer), at(offer))).rejects.toThrow(/an administrator of your firm/);
    await limited(loanFen);
    expect(await acceptOffer(as(officer), at(offer))).toMatchObject({ state: 'accepted' });
  });

  it('holds for the contract too, and never for an administrator, who stands for the legal representative', async () => {
    const application = await anIssuedContract(world, sides);
    await limited(loanFen - 1);
    await expect(signContract(as(officer), at(application))).rejects.toMatchObject(above);
    expect(await applicationNow(world, application.id)).toEqual(application);
    expect(await signContract(as(head), at(application))).toMatchObject({ state: 'signed' });
  });

  it('of one officer goes before that of all, and ends when it is taken away', async () => {
    await limited(loanFen);
    await limited(0, officer.userId);
    const limits = async () => Promise.all([officer, colleague, head].map(who => signingLimitOf(world.db.read, who)));
    expect(await limits()).toEqual([0, loanFen, null]);
    await limited(null, officer.userId);
    expect(await limits()).toEqual([loanFen, loanFen, null]);
    const rules = await limited(null);
    expect(rules).toMatchObject({ officersFen: null, mineFen: null });
    expect(await limits()).toEqual([null, null, null]);
  });

  it('is the firm’s own: another firm’s officers are not limited by it', async () => {
    await limited(0);
    const other = await aFirm(world);
    expect(await signingLimitOf(world.db.read, other.actor)).toBeNull();
    expect(await signingRules(as(officer))).toMatchObject({ officersFen: 0, mineFen: 0 });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['an officer', () => setSigningLimit(as(officer), { userId: null, amountFen: 1 }), { code: 'NOT_ALLOWED' }],
    ['a bank', async () => setSigningLimit(as(sides.bank), { userId: null, amountFen: 1 }), { code: 'NOT_ALLOWED' }],
    ['another firm’s user', async () => limited(1, (await aFirm(world)).actor.userId), { code: 'NOT_FOUND' }],
    ['an administrator as the one limited', () => limited(1, head.userId), { details: { rule: 'signingLimit.officer' } }],
    ['a sum below zero', () => limited(-1), { details: { rule: 'signingLimit.amount' } }],
  ])('refuses %s', async (_, set, refusal) => {
    await expect(set()).rejects.toMatchObject(refusal);
  });
});

describe('what is shown to who may sign', () => {
  let running: Running;
  beforeEach(async () => {
    running = await serve(world);
  });
  afterEach(() => running.close());

  const verbsOf = async (who: Actor, id: string): Promise<string[]> => {
    const client: Client = await running.as(who);
    const { application } = await client.data<{ application: { allowedVerbs: string[]; offers: { allowedVerbs: string[] }[] } }>(
      'query ($id: ID!) { application(id: $id) { allowedVerbs offers { allowedVerbs } } }',
      { id },
    );
    return [...application.allowedVerbs, ...application.offers.flatMap(({ allowedVerbs }) => allowedVerbs)];
  };

  it('has the acceptance of an offer for those within their limit alone', async () => {
    const { applicationId } = await anOffer(world, sides);
    await limited(loanFen - 1);
    expect(await verbsOf(officer, applicationId)).not.toContain('acceptOffer');
    expect(await verbsOf(officer, applicationId)).toContain('declineOffer');
    expect(await verbsOf(head, applicationId)).toContain('acceptOffer');
    await limited(loanFen);
    expect(await verbsOf(officer, applicationId)).toContain('acceptOffer');
  });

  it('has the signature for those within their limit alone', async () => {
    const { id } = await anIssuedContract(world, sides);
    await limited(loanFen - 1);
    expect(await verbsOf(officer, id)).not.toContain('signContract');
    expect(await verbsOf(head, id)).toContain('signContract');
    await limited(loanFen);
    expect(await verbsOf(officer, id)).toContain('signContract');
  });
});
