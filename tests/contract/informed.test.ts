import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorContext } from '../../server/context';
import { revokeConsent } from '../../server/enterprises/consents/revokeConsent';
import { applicantsOf } from '../../server/financing/applications/applicantsOf';
import { cancelApplication } from '../../server/financing/applications/cancelApplication';
import { declineApplication } from '../../server/financing/applications/declineApplication';
import { type ApplicationVerb, applicationLifecycle } from '../../server/financing/applications/lifecycle';
import { rejectApplication } from '../../server/financing/applications/rejectApplication';
import { withdrawApplication } from '../../server/financing/applications/withdrawApplication';
import { closeUnanswered, expireOffers, releaseSilent } from '../../server/financing/clock/runOut';
import { answerCorrection } from '../../server/financing/corrections/answerCorrection';
import { counterOffer } from '../../server/financing/counterOffers/counterOffer';
import { recordRepayment } from '../../server/financing/deals/recordRepayment';
import { rejectGuarantee } from '../../server/financing/guarantees/decideGuarantee';
import { acceptOffer } from '../../server/financing/offers/acceptOffer';
import { amendApproval } from '../../server/financing/offers/amendApproval';
import { declineOffer } from '../../server/financing/offers/declineOffer';
import { keepOffer } from '../../server/financing/offers/keepOffer';
import { withdrawOffer } from '../../server/financing/offers/withdrawOffer';
import { wordMessage } from '../../server/messages/kinds';
import { messages } from '../../server/messages/tables';
import { resumeProduct } from '../../server/products/resumeProduct';
import { suspendProduct } from '../../server/products/suspendProduct';
import { knowApplicants } from '../../server/products/tellOfProduct';
import { type Actor, systemActor } from '../../server/shared/actor';
import { calendarDate } from '../../server/shared/dates';
import {
  aCounteredOffer,
  aDemand,
  aLine,
  aLoan,
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
  aSubmittedApplication,
  counterInput,
  offerInput,
  organisationOf,
  type Sides,
} from '../support/deals';
import { aConsent, aFirm } from '../support/enterprises';
import { aGuarantee, aRequestedGuarantee } from '../support/guarantees';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let operator: Actor;
let rival: Actor;

beforeAll(async () => {
  knowApplicants(applicantsOf);
  world = await openWorld();
  operator = await anActor(world, 'operator');
  rival = await anActor(world, 'bank');
});
afterAll(() => world.close());

async function newSides(): Promise<Sides> {
  const firm = await aFirm(world);
  const bank = await anActor(world, 'bank');
  return { firm, bank, demand: await aDemand(world, firm), product: await aLoanProduct(world, bank) };
}
const as = (actor: Actor) => world.contextFor(actor);
const at = ({ id, version }: { id: string; version: number }) => ({ id, version });
const nowAt = async (applicationId: string) => at(await applicationNow(world, applicationId));

/** Everything an organisation has been told, oldest first, by its kind. */
async function toldTo({ organisationId }: Pick<Actor, 'organisationId'>) {
  const rows = await world.db.read
    .select()
    .from(messages)
    .where(eq(messages.recipientId, organisationId))
    .orderBy(asc(messages.id));
  return rows.map(row => ({ ...row, ...wordMessage(row.kind, row.payload) }));
}
const kindsTold = async (actor: Pick<Actor, 'organisationId'>): Promise<string[]> =>
  (await toldTo(actor)).map(({ kind }) => kind).filter(kind => kind !== 'productPublished');

/** A way to each verb of an application, and whom it tells what: the other side, and nobody else. */
const reason = '材料尚未齐备，请补充后再来。';
const ways: Readonly<
  Record<ApplicationVerb, readonly [tells: 'firm' | 'bank', kind: string, take: (sides: Sides) => Promise<unknown>]>
> = {
  accept: ['firm', 'applicationAccepted', sides => anAcceptedApplication(world, sides)],
  decline: [
    'firm',
    'applicationDeclined',
    async sides => {
      const submitted = await aSubmittedApplication(world, sides);
      await declineApplication(as(sides.bank), { ...at(submitted), reasonCode: 'R14', reasonText: reason });
    },
  ],
  reject: [
    'firm',
    'applicationRejected',
    async sides => {
      const accepted = await anAcceptedApplication(world, sides);
      await rejectApplication(as(sides.bank), { ...at(accepted), reasonCode: 'R14', reasonText: reason });
    },
  ],
  startDueDiligence: ['firm', 'dueDiligenceStarted', sides => anAssessedApplication(world, sides)],
  requestCorrection: ['firm', 'correctionRequested', sides => anUncorrectedApplication(world, sides)],
  answerCorrection: [
    'bank',
    'correctionAnswered',
    async sides => {
      const asked = await anUncorrectedApplication(world, sides);
      await answerCorrection(as(sides.firm.actor), { ...at(asked), answers: ['已补交', '合计 62 %'] });
    },
  ],
  giveInPrinciple: ['firm', 'inPrincipleGiven', sides => anApplicationInPrinciple(world, sides)],
  requestGuarantee: ['firm', 'guaranteeRequested', sides => aRequestedGuarantee(world, sides)],
  approveGuarantee: ['bank', 'guaranteeApproved', sides => aGuarantee(world, sides)],
  rejectGuarantee: [
    'bank',
    'guaranteeRejected',
    async sides => {
      const { guarantee, guarantor } = await aRequestedGuarantee(world, sides);
      await rejectGuarantee(as(guarantor), { ...at(guarantee), reasonCode: 'R12' });
    },
  ],
  approve: ['firm', 'applicationApproved', sides => anApprovedApplication(world, sides)],
  amend: [
    'firm',
    'approvalAmended',
    async sides => {
      const approved = await anApprovedApplication(world, sides);
      await amendApproval(as(sides.bank), { ...at(approved), input: offerInput(world, { fees: [] }) });
    },
  ],
  reopenBargaining: [
    'firm',
    'approvalReopened',
    async sides => {
      const approved = await anApprovedApplication(world, sides);
      await amendApproval(as(sides.bank), { ...at(approved), input: offerInput(world, { termMonths: 6 }) });
    },
  ],
  issueContract: ['firm', 'contractIssued', sides => anIssuedContract(world, sides)],
  signContract: ['bank', 'contractSigned', sides => aSignedContract(world, sides)],
  cancel: [
    'bank',
    'applicationCancelled',
    async sides => cancelApplication(as(sides.firm.actor), { ...at(await anApprovedApplication(world, sides)), reason }),
  ],
  makeOffer: ['firm', 'offerMade', sides => anOffer(world, sides)],
  withdrawOffer: [
    'firm',
    'offerWithdrawn',
    async sides => withdrawOffer(as(sides.bank), { ...at(await anOffer(world, sides)), reason }),
  ],
  acceptOffer: ['bank', 'offerAccepted', sides => anAcceptedOffer(world, sides)],
  declineOffer: [
    'bank',
    'offerDeclined',
    async sides => declineOffer(as(sides.firm.actor), { ...at(await anOffer(world, sides)), reason }),
  ],
  counter: ['bank', 'offerCountered', sides => aCounteredOffer(world, sides, { note: reason })],
  keepOffer: [
    'firm',
    'offerKept',
    async sides => {
      const { applicationId } = await aCounteredOffer(world, sides);
      await keepOffer(as(sides.bank), { ...(await nowAt(applicationId)), reason });
    },
  ],
  disburse: ['firm', 'loanDisbursed', sides => aLoan(world, sides)],
  openLine: ['firm', 'lineOpened', sides => aLine(world, sides)],
  withdraw: [
    'bank',
    'applicationWithdrawn',
    async sides => withdrawApplication(as(sides.firm.actor), at(await aSubmittedApplication(world, sides))),
  ],
  release: [
    'firm',
    'applicationReleased',
    async sides => {
      await aSubmittedApplication(world, sides);
      await runOut(releaseSilent);
    },
  ],
  closeUnanswered: [
    'firm',
    'correctionUnanswered',
    async sides => {
      await anUncorrectedApplication(world, sides);
      await runOut(closeUnanswered);
    },
  ],
  expireOffer: [
    'firm',
    'offerExpired',
    async sides => {
      await anOffer(world, sides);
      await runOut(expireOffers);
    },
  ],
  lapse: [
    'bank',
    'applicationLapsed',
    async sides => {
      await aSubmittedApplication(world, sides);
      const elsewhere = await anActor(world, 'bank');
      await anAcceptedOffer(world, { ...sides, bank: elsewhere, product: await aLoanProduct(world, elsewhere) });
    },
  ],
};

/** Two months pass, the clock does its work, and the tests go on where they were. */
async function runOut(task: (context: ActorContext) => Promise<number>): Promise<void> {
  const now = world.now();
  world.setNow(new Date('2027-01-23T02:00:00Z'));
  await task(as(systemActor('test')));
  world.setNow(now);
}

/** Neither side does these: both are told. */
const toldBoth: readonly ApplicationVerb[] = ['release', 'closeUnanswered', 'expireOffer', 'approveGuarantee', 'rejectGuarantee'];

describe('every verb of an application', () => {
  it.each(Object.keys(applicationLifecycle.verbs) as ApplicationVerb[])('%s tells the side that did not do it', async verb => {
    const sides = await newSides();
    const [tells, kind, take] = ways[verb];
    await take(sides);
    const [told, other] = tells === 'firm' ? [sides.firm.actor, sides.bank] : [sides.bank, sides.firm.actor];
    const last = (await toldTo(told)).at(-1);
    expect(last).toMatchObject({ kind, readAt: null });
    expect((await kindsTold(other)).includes(kind)).toBe(toldBoth.includes(verb));
    expect(await kindsTold(rival)).toEqual([]);
  });
});

describe('what is told', () => {
  it('names the other side and the product, with the figures and the reason, and leads to the application', async () => {
    const sides = await newSides();
    const offer = await anOffer(world, sides);
    await counterOffer(as(sides.firm.actor), { ...at(offer), input: counterInput({ rateBps: 400, note: '希望再低一些' }) });
    const [bankTold] = (await toldTo(sides.bank)).slice(-1);
    expect(bankTold?.title.zh).toMatch(new RegExp(`^「${sides.firm.organisation.name}」就「.+」还价$`));
    expect(bankTold?.lines.map(({ text }) => text.zh)).toEqual(['100 万元，12 个月，年利率 4.00%', '附言：希望再低一些']);
    expect(bankTold?.subject).toEqual({ kind: 'application', id: offer.applicationId });
  });

  it('lets a bank that was not chosen know no more than that its application has lapsed', async () => {
    const sides = await newSides();
    const elsewhere = await anActor(world, 'bank');
    const application = await aSubmittedApplication(world, sides);
    await anAcceptedOffer(world, { ...sides, bank: elsewhere, product: await aLoanProduct(world, elsewhere) });
    const [lapsed] = (await toldTo(sides.bank)).slice(-1);
    expect(lapsed).toMatchObject({ kind: 'applicationLapsed', subject: { id: application.id } });
    expect(lapsed?.payload).toMatchObject({ offer: null, reason: null, loan: null });
    expect(JSON.stringify(lapsed)).not.toContain(elsewhere.organisationId);
    expect(await kindsTold(elsewhere)).toEqual(['consentGranted', 'applicationSubmitted', 'offerAccepted']);
  });

  it('is nothing when the step was refused', async () => {
    const sides = await newSides();
    const offer = await anOffer(world, sides);
    const before = await kindsTold(sides.bank);
    await expect(acceptOffer(as(sides.firm.actor), { id: offer.id, version: 7 })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await kindsTold(sides.bank)).toEqual(before);
  });

  it('of a repayment says what is still owed, once for each', async () => {
    const sides = await newSides();
    const loan = await aLoan(world, sides);
    const paid = { paidOn: calendarDate('2026-11-23'), principalFen: 40_000_000, interestFen: 100_000 };
    await recordRepayment(as(sides.bank), { ...at(loan), input: paid });
    await recordRepayment(as(sides.bank), { id: loan.id, version: loan.version + 1, input: paid });
    const told = (await toldTo(sides.firm.actor)).filter(({ kind }) => kind === 'repaymentRecorded');
    expect(told.map(({ lines }) => lines.at(-1)?.text.zh)).toEqual(['尚欠本金 60 万元', '尚欠本金 20 万元']);
    expect(told[0]?.subject).toEqual({ kind: 'transaction', id: loan.id });
  });

  it('of a consent goes to the bank that may read, and not to the operator, whom every firm lets match', async () => {
    const { firm, bank } = await newSides();
    const given = await aConsent(world, firm, await organisationOf(world, bank));
    await revokeConsent(as(firm.actor), at(given));
    expect(await kindsTold(bank)).toEqual(['consentGranted', 'consentRevoked']);
    const matching = await aConsent(world, firm, await organisationOf(world, operator), { purpose: 'matching' });
    await revokeConsent(as(firm.actor), at(matching));
    expect((await kindsTold(operator)).filter(kind => kind.startsWith('consent'))).toEqual([]);
  });

  it('of a suspended product goes to firms with an application under way for it, and to its bank when the operator did it', async () => {
    const sides = await newSides();
    const application = await aSubmittedApplication(world, sides);
    const done = await newSides();
    await withdrawApplication(
      as(done.firm.actor),
      at(await aSubmittedApplication(world, { ...done, bank: sides.bank, product: sides.product })),
    );
    const suspended = await suspendProduct(as(operator), { ...at(sides.product), reason });
    const [toFirm] = (await toldTo(sides.firm.actor)).slice(-1);
    expect(toFirm).toMatchObject({ kind: 'appliedProductSuspended', subject: { kind: 'application', id: application.id } });
    expect(await kindsTold(done.firm.actor)).not.toContain('appliedProductSuspended');
    expect(await kindsTold(sides.bank)).toContain('productSuspended');
    await resumeProduct(as(operator), at(suspended));
    expect((await kindsTold(sides.firm.actor)).at(-1)).toBe('appliedProductResumed');
  });

  it('of a product that its own bank suspends does not go back to that bank', async () => {
    const sides = await newSides();
    await suspendProduct(as(sides.bank), { ...at(sides.product), reason });
    expect(await kindsTold(sides.bank)).not.toContain('productSuspended');
  });
});
