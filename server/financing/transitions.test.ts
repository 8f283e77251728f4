import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCounteredOffer,
  aDemand,
  aLoanProduct,
  anAcceptedApplication,
  anAcceptedOffer,
  anApplicationInPrinciple,
  anApprovedApplication,
  anAssessedApplication,
  anIssuedContract,
  anOffer,
  anUncorrectedApplication,
  applicationNow,
  aSignedContract,
  correctionInput,
  demandNow,
  inPrincipleInput,
  offerInput,
  offerNow,
  type Sides,
  signed,
} from '../../tests/support/deals';
import { aFirm } from '../../tests/support/enterprises';
import { anActor } from '../../tests/support/identity';
import { openWorld, type World } from '../../tests/support/world';
import { revokeConsent } from '../enterprises/consents/revokeConsent';
import { consents } from '../enterprises/consents/tables';
import type { Actor } from '../shared/actor';
import type { RefusalCode } from '../shared/refusals';
import { approveApplication } from './applications/approveApplication';
import { cancelApplication } from './applications/cancelApplication';
import { historiesOf } from './applications/queries';
import { rejectApplication } from './applications/rejectApplication';
import { startDueDiligence } from './applications/startDueDiligence';
import { issueContract } from './contracts/issueContract';
import { contractsOf } from './contracts/queries';
import { signContract } from './contracts/signContract';
import { answerCorrection } from './corrections/answerCorrection';
import { correctionsOf } from './corrections/queries';
import { requestCorrection } from './corrections/requestCorrection';
import { disburse } from './deals/disburse';
import { giveInPrinciple } from './indications/giveInPrinciple';
import { indicationsOf } from './indications/queries';
import { acceptOffer } from './offers/acceptOffer';
import { amendApproval } from './offers/amendApproval';
import { makeOffer } from './offers/makeOffer';
import type { OfferInput } from './offers/offerTerms';

let world: World;
let bank: Actor;
let firm: Actor;
let sides: Sides;

beforeEach(async () => {
  world = await openWorld();
  const borrower = await aFirm(world);
  bank = await anActor(world, 'bank');
  firm = borrower.actor;
  sides = { firm: borrower, bank, demand: await aDemand(world, borrower), product: await aLoanProduct(world, bank) };
});
afterEach(() => world.close());

const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const refused = (code: RefusalCode, details: Record<string, unknown> = {}) => ({
  code,
  details: expect.objectContaining(details),
});
const answers = ['已上传至银行网点', '前五大客户占 62 %'];

const ofOffer = (make: (world: World, sides: Sides) => Promise<{ applicationId: string }>) => async (place: World, of: Sides) =>
  applicationNow(place, (await make(place, of)).applicationId);

const input = () => ({ number: '借字2026第000001号', annualisedRateBps: 623 });
const better = () => offerInput(world, { pricing: { kind: 'fixed', rateBps: 400 } });

describe('transition 7 due diligence', () => {
  it('needs a consent of the firm to this bank that is in force', async () => {
    const application = await anAcceptedApplication(world, sides);
    const [consent] = await world.db.read.select().from(consents);
    await revokeConsent(as(firm), at(consent ?? application));
    await expect(startDueDiligence(as(bank), at(application))).rejects.toMatchObject(
      refused('CONFLICT', { rule: 'dueDiligence.consent' }),
    );
    expect(await applicationNow(world, application.id)).toEqual(application);
  });
});

describe('transitions 8 and 9, corrections', () => {
  it.each([
    ['accepted', anAcceptedApplication],
    ['inPrinciple', anApplicationInPrinciple],
  ] as const)('lead from %s back to it', async (state, prepared) => {
    const application = await prepared(world, sides);
    const asked = await requestCorrection(as(bank), { ...at(application), input: correctionInput() });
    expect(asked).toMatchObject({ state: 'actionRequired', resumesTo: state });
    expect(await answerCorrection(as(firm), { ...at(asked), answers })).toMatchObject({ state, resumesTo: null });
  });

  it('keep what was asked and what was answered', async () => {
    const asked = await anUncorrectedApplication(world, sides);
    await answerCorrection(as(firm), { ...at(asked), answers: answers.map(answer => ` ${answer} `) });
    expect(await correctionsOf(world.db.read, [asked.id])).toMatchObject([
      [{ number: 1, ...correctionInput(), answers, note: null, askedAt: world.now(), answeredAt: world.now() }],
    ]);
  });

  it('are asked for once; a second list says why', async () => {
    const asked = await anUncorrectedApplication(world, sides);
    const back = await answerCorrection(as(firm), { ...at(asked), answers });
    const again = (note?: string) => requestCorrection(as(bank), { ...at(back), input: correctionInput({ note }) });
    await expect(again()).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'correction.noteNeeded' }));
    await expect(again('一二三四五六七八九')).rejects.toMatchObject(refused('INVALID_INPUT', { field: 'note' }));
    await again('一二三四五六七八九十');
    const [, second] = (await correctionsOf(world.db.read, [asked.id]))[0] ?? [];
    expect(second).toMatchObject({ number: 2, note: '一二三四五六七八九十' });
  });

  it.each([
    ['no item', { items: [] }, 'items'],
    ['an item of no known kind', { items: [{ kind: 'POEM' as 'OTHER', text: '一首诗' }] }, 'items.0.kind'],
    ['an item that says nothing', { items: [{ kind: 'OTHER' as const, text: ' ' }] }, 'items.0.text'],
  ])('refuse %s', async (_, values, field) => {
    const application = await anAssessedApplication(world, sides);
    await expect(requestCorrection(as(bank), { ...at(application), input: correctionInput(values) })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field }),
    );
  });

  it.each([
    ['one answer too few', ['只答一项'], 'answers.1'],
    ['an empty answer', ['', '已补交'], 'answers.0'],
    ['one answer too many', [...answers, '多余'], 'answers.2'],
  ])('refuse %s', async (_, given, field) => {
    const asked = await anUncorrectedApplication(world, sides);
    await expect(answerCorrection(as(firm), { ...at(asked), answers: given })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field }),
    );
    expect(await applicationNow(world, asked.id)).toEqual(asked);
  });
});

describe('transition 10, in principle', () => {
  it('is kept apart from offers and approvals', async () => {
    const { id } = await anApplicationInPrinciple(world, sides);
    expect(await indicationsOf(world.db.read, [id])).toMatchObject([[inPrincipleInput()]]);
    await expect(offerNow(world, id, 'accepted')).rejects.toThrow();
  });

  it.each([
    ['more than the firm asked for', { amountFen: 100_000_001 }, 'amountFen'],
    ['a range upside down', { rateBpsMin: 501 }, 'rateBpsMax'],
    ['no amount', { amountFen: 0 }, 'amountFen'],
  ])('refuses %s', async (_, values, field) => {
    const application = await anAssessedApplication(world, sides);
    const given = { ...at(application), input: inPrincipleInput(values) };
    await expect(giveInPrinciple(as(bank), given)).rejects.toMatchObject(refused('INVALID_INPUT', { field }));
  });
});

describe('transition 19, the contract', () => {
  it('states the annualised rate that was approved, and no other', async () => {
    const application = await anApprovedApplication(world, sides);
    for (const annualisedRateBps of [622, 435])
      await expect(
        issueContract(as(bank), { ...at(application), input: { ...input(), annualisedRateBps } }),
      ).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'contract.rate' }));
    await expect(issueContract(as(bank), { ...at(application), input: { ...input(), number: ' ' } })).rejects.toMatchObject(
      refused('INVALID_INPUT', { field: 'number' }),
    );
  });

  it('can be put right until the firm has signed', async () => {
    const issued = await anIssuedContract(world, sides);
    await issueContract(as(bank), { ...at(issued), input: { ...input(), number: '借字2026第000002号' } });
    expect(await contractsOf(world.db.read, [issued.id])).toMatchObject([{ number: '借字2026第000002号', signedAt: null }]);
    const again = await signContract(as(firm), at(await applicationNow(world, issued.id)));
    await expect(issueContract(as(bank), { ...at(again), input: input() })).rejects.toMatchObject(refused('CONFLICT'));
    expect(await contractsOf(world.db.read, [issued.id])).toMatchObject([{ signedAt: world.now() }]);
  });
});

describe('transition 24, rejection', () => {
  it.each([
    ['accepted', anAcceptedApplication],
    ['actionRequired', anUncorrectedApplication],
    ['dueDiligence', anAssessedApplication],
    ['countered', ofOffer(aCounteredOffer)],
    ['offerAccepted', ofOffer(anAcceptedOffer)],
  ] as const)('ends an application that is %s, with its coded reason', async (_, prepared) => {
    const application = await prepared(world, sides);
    const given = { ...at(application), reasonCode: 'R99' };
    await expect(rejectApplication(as(bank), { ...given, reasonText: '太短' })).rejects.toMatchObject(refused('INVALID_INPUT'));
    expect(await rejectApplication(as(bank), { ...given, reasonCode: 'R05' })).toMatchObject({
      state: 'rejected',
      reasonCode: 'R05',
    });
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'published' });
  });
});

describe('transition 26, cancelling', () => {
  it.each([
    ['approved', anApprovedApplication],
    ['contractIssued', anIssuedContract],
    ['signed', aSignedContract],
  ] as const)('ends a credit that is %s, by either side, with the reason', async (_, prepared) => {
    const application = await prepared(world, sides);
    for (const actor of [bank, firm])
      await expect(cancelApplication(as(actor), { ...at(application), reason: ' ' })).rejects.toMatchObject(
        refused('INVALID_INPUT', { field: 'reason' }),
      );
    const ended = await cancelApplication(as(bank), { ...at(application), reason: '担保物被另案查封' });
    expect(ended).toMatchObject({ state: 'cancelled', reasonText: '担保物被另案查封', decidedAt: world.now() });
    expect(await demandNow(world, sides.demand.id)).toMatchObject({ state: 'published' });
    await expect(cancelApplication(as(firm), { ...at(ended), reason: '不再需要' })).rejects.toMatchObject(refused('CONFLICT'));
  });

  it('is not for an offer that was only accepted, for strangers, or for auditors', async () => {
    const { applicationId } = await anAcceptedOffer(world, sides);
    const given = { ...at(await applicationNow(world, applicationId)), reason: '不再需要' };
    await expect(cancelApplication(as(firm), given)).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    await expect(cancelApplication(as({ ...firm, role: 'auditor' }), given)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(cancelApplication(as(await anActor(world, 'bank')), given)).rejects.toMatchObject(refused('NOT_FOUND'));
  });
});

describe('transition 28, an amended approval', () => {
  it('takes the place of the approved terms, and the contract must state its rate', async () => {
    const application = await anApprovedApplication(world, sides);
    const amended = await amendApproval(as(bank), { ...at(application), input: better() });
    expect(amended).toMatchObject({ number: 2, state: 'accepted', rateBps: 400 });
    expect(await offerNow(world, application.id, 'superseded')).toMatchObject({ number: 1 });
    const { annualisedRateBps } = amended;
    expect(annualisedRateBps).toBeLessThan(623);
    const now = at(await applicationNow(world, application.id));
    await expect(issueContract(as(bank), { ...now, input: input() })).rejects.toMatchObject(refused('INVALID_INPUT'));
    const issued = await issueContract(as(bank), { ...now, input: { ...input(), annualisedRateBps } });
    const contract = await signContract(as(firm), at(issued));
    const loan = await disburse(as(bank), { ...at(contract), input: { disbursedOn: as(bank).today } });
    expect(loan).toMatchObject({ offerId: amended.id, rateBps: 400 });
  });

  it('refuses terms that change nothing', async () => {
    const application = await anApprovedApplication(world, sides);
    const given = { ...at(application), input: offerInput(world) };
    await expect(amendApproval(as(bank), given)).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'approval.same' }));
    expect(await applicationNow(world, application.id)).toEqual(application);
  });

  it.each<[string, Partial<OfferInput>]>([
    ['a higher rate', { pricing: { kind: 'fixed', rateBps: 436 } }],
    ['less money at a lower rate', { amountFen: 99_999_900, pricing: { kind: 'fixed', rateBps: 400 } }],
    ['a lower rate paid for by a higher fee', { pricing: { kind: 'fixed', rateBps: 434 }, fees: [fee(120)] }],
    ['more security', { securities: ['PATENT_PLEDGE'], pricing: { kind: 'fixed', rateBps: 400 } }],
    ['a new condition', { conditions: '另需追加保证金', pricing: { kind: 'fixed', rateBps: 400 } }],
    ['another term', { termMonths: 11, pricing: { kind: 'fixed', rateBps: 400 } }],
  ])('goes back to bargaining for %s: what was approved is an offer again', async (_, values) => {
    const application = await anApprovedApplication(world, sides);
    const reopened = await amendApproval(as(bank), { ...at(application), input: offerInput(world, values) });
    expect(reopened).toMatchObject({ number: 1, state: 'open', answeredAt: null, rateBps: 435 });
    expect(await applicationNow(world, application.id)).toMatchObject({
      state: 'countered',
      offerValidUntil: reopened.validUntil,
      version: application.version + 1,
    });
    const [events = []] = await historiesOf(world.db.read, [application]);
    expect(events.at(-1)).toMatchObject({ verb: 'reopenBargaining', party: 'institution' });
  });

  it('back in bargaining, the firm insists on what was approved or takes the new offer, and nothing holds before', async () => {
    const worse = { pricing: { kind: 'fixed' as const, rateBps: 440 } };
    const application = await anApprovedApplication(world, sides);
    const reopened = await amendApproval(as(bank), { ...at(application), input: offerInput(world, worse) });
    const now = async () => at(await applicationNow(world, application.id));
    await expect(approveApplication(as(bank), await now())).rejects.toMatchObject(refused('CONFLICT', { rule: 'illegalVerb' }));
    await acceptOffer(as(firm), at(reopened));
    await approveApplication(as(bank), await now());
    await amendApproval(as(bank), { ...(await now()), input: offerInput(world, worse) });
    const other = await makeOffer(as(bank), { ...(await now()), input: offerInput(world, worse) });
    await acceptOffer(as(firm), at(other));
    expect(await approveApplication(as(bank), await now())).toMatchObject({ state: 'approved' });
    expect(await offerNow(world, application.id, 'accepted')).toMatchObject({ number: 2, rateBps: 440 });
  });
});

it('20: a loan is not paid out before its contract is signed, nor dated before that day', async () => {
  const offer = await anOffer(world, sides);
  world.setNow(new Date('2026-11-25T02:00:00Z'));
  await acceptOffer(as(firm), at(offer));
  const contract = await signed(world, sides, offer.applicationId);
  const pay = (disbursedOn: string) => disburse(as(bank), { ...at(contract), input: { disbursedOn } });
  await expect(pay('2026-11-24')).rejects.toMatchObject(refused('INVALID_INPUT', { rule: 'disbursedOn.range' }));
  expect(await pay('2026-11-25')).toMatchObject({ disbursedOn: '2026-11-25' });
});

/** A processing fee of the bank's, once, in basis points of the loan. */
function fee(rateBps: number) {
  return { kind: 'processing', chargedBy: 'institution', paidBy: 'enterprise', timing: 'once', rateBps } as const;
}
