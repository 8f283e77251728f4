import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  correctionInput,
  counterInput,
  inPrincipleInput,
  offerInput,
  organisationOf,
  type Sides,
  submission,
} from '../../tests/support/deals';
import { aConsent, aFirm } from '../../tests/support/enterprises';
import { aGuarantor, aRequestedGuarantee, aScheme } from '../../tests/support/guarantees';
import { anActor } from '../../tests/support/identity';
import { aMarketDemand, aMatchmaker, anInvitation } from '../../tests/support/market';
import { openWorld, type World } from '../../tests/support/world';
import type { ActorContext } from '../context';
import { type Actor, systemActor } from '../shared/actor';
import type { CalendarDate } from '../shared/dates';
import { Refusal } from '../shared/refusals';
import { acceptApplication } from './applications/acceptApplication';
import { verbsOnApplication } from './applications/access';
import { approveApplication } from './applications/approveApplication';
import { cancelApplication } from './applications/cancelApplication';
import { declineApplication } from './applications/declineApplication';
import { applicationStates } from './applications/lifecycle';
import { rejectApplication } from './applications/rejectApplication';
import { startDueDiligence } from './applications/startDueDiligence';
import { submitApplication } from './applications/submitApplication';
import type { Application } from './applications/tables';
import { withdrawApplication } from './applications/withdrawApplication';
import { releaseSilent } from './clock/runOut';
import { issueContract } from './contracts/issueContract';
import { signContract } from './contracts/signContract';
import { answerCorrection } from './corrections/answerCorrection';
import { requestCorrection } from './corrections/requestCorrection';
import { counterOffer } from './counterOffers/counterOffer';
import { verbsOnTransaction } from './deals/access';
import { classLoan } from './deals/classLoan';
import { disburse } from './deals/disburse';
import { transactionsOf } from './deals/queries';
import { recordRepayment } from './deals/recordRepayment';
import { renewLoan } from './deals/renewLoan';
import { restructureLoan } from './deals/restructureLoan';
import { settleLoan } from './deals/settleLoan';
import { writeOffLoan } from './deals/writeOffLoan';
import { restFenOf, verbsOnDemand } from './demands/access';
import { demandsByIds } from './demands/queries';
import { setSecondLook } from './demands/setSecondLook';
import { withdrawDemand } from './demands/withdrawDemand';
import { verbsOnGuarantee } from './guarantees/access';
import { approveGuarantee, rejectGuarantee } from './guarantees/decideGuarantee';
import { guaranteesOf } from './guarantees/queries';
import { requestGuarantee } from './guarantees/requestGuarantee';
import { giveInPrinciple } from './indications/giveInPrinciple';
import { openLine } from './lines/openLine';
import { acceptOffer } from './offers/acceptOffer';
import { verbsOnOffer } from './offers/access';
import { amendApproval } from './offers/amendApproval';
import { declineOffer } from './offers/declineOffer';
import { keepOffer } from './offers/keepOffer';
import { makeOffer } from './offers/makeOffer';
import { offersOf } from './offers/queries';
import { withdrawOffer } from './offers/withdrawOffer';

/** A moment after every offer of the test has run out. */
const later = new Date('2027-01-10T02:00:00Z');
const reason = { reasonCode: 'R20' };
const note = '上次清单遗漏了经营数据，特此补充说明';

/** How an application comes into each state; `ranOut` is one whose offer was not taken in time. */
const prepare: Record<string, (world: World, sides: Sides) => Promise<{ applicationId: string }>> = {
  invited: async (world, sides) => {
    const operator = await aMatchmaker(world, sides.firm);
    const demand = await aMarketDemand(world, sides.firm, { route: 'dispatch' });
    return idOf(await anInvitation(world, operator, { ...sides, demand }));
  },
  submitted: async (world, sides) => idOf(await aSubmittedApplication(world, sides)),
  accepted: async (world, sides) => idOf(await anAcceptedApplication(world, sides)),
  actionRequired: async (world, sides) => idOf(await anUncorrectedApplication(world, sides)),
  dueDiligence: async (world, sides) => idOf(await anAssessedApplication(world, sides)),
  inPrinciple: async (world, sides) => idOf(await anApplicationInPrinciple(world, sides)),
  offered: anOffer,
  countered: aCounteredOffer,
  counteredOnceTooOften: async (world, sides) => {
    const offer = await aCounteredOffer(world, sides);
    for (const rateBps of [390, 380]) {
      await standBy(world, sides, offer.applicationId);
      await counterOffer(world.contextFor(sides.firm.actor), { ...at(offer), input: counterInput({ rateBps }) });
    }
    await standBy(world, sides, offer.applicationId);
    return offer;
  },
  offerAccepted: anAcceptedOffer,
  offerAcceptedToBeGuaranteed: async (world, sides) => {
    const scheme = await aScheme(world, await aGuarantor(world));
    return anAcceptedOffer(world, sides, { schemeTermsId: scheme.currentTermsId });
  },
  guaranteePending: async (world, sides) => idOf((await aRequestedGuarantee(world, sides)).application),
  approved: async (world, sides) => idOf(await anApprovedApplication(world, sides)),
  contractIssued: async (world, sides) => idOf(await anIssuedContract(world, sides)),
  signed: async (world, sides) => idOf(await aSignedContract(world, sides)),
  partiallyDisbursed: async (world, sides) => idOf(await aLine(world, sides)),
  disbursed: aLoan,
  declined: async (world, sides) => {
    const { id, version } = await aSubmittedApplication(world, sides);
    return idOf(await declineApplication(world.contextFor(sides.bank), { id, version, ...reason }));
  },
  rejected: async (world, sides) => {
    const { id, version } = await anAcceptedApplication(world, sides);
    return idOf(await rejectApplication(world.contextFor(sides.bank), { id, version, ...reason }));
  },
  withdrawn: async (world, sides) => {
    const { id, version } = await aSubmittedApplication(world, sides);
    return idOf(await withdrawApplication(world.contextFor(sides.firm.actor), { id, version }));
  },
  lapsed: async (world, sides) => {
    const { id } = await anAcceptedApplication(world, sides);
    const rival = await anActor(world, 'bank');
    await anAcceptedOffer(world, { ...sides, bank: rival, product: await aLoanProduct(world, rival) });
    return { applicationId: id };
  },
  released: async (world, sides) => {
    const application = await aSubmittedApplication(world, sides);
    const now = world.now();
    world.setNow(later);
    await releaseSilent(world.contextFor(systemActor('test')));
    world.setNow(now);
    return idOf(application);
  },
  cancelled: async (world, sides) => {
    const { id, version } = await anApprovedApplication(world, sides);
    return idOf(await cancelApplication(world.contextFor(sides.firm.actor), { id, version, reason: '不再需要' }));
  },
  ranOutWhileCountered: async (world, sides) => {
    const made = await aCounteredOffer(world, sides);
    world.setNow(later);
    return made;
  },
  ranOut: async (world, sides) => {
    const made = await anOffer(world, sides);
    world.setNow(later);
    return made;
  },
};

const people = [
  'the firm',
  'its auditor',
  'another firm',
  'the bank',
  'an auditor of the bank',
  'another bank',
  'the operator',
  'a regulator',
  'the guarantor',
] as const;

type Attempts = Record<string, (context: ActorContext) => Promise<unknown>>;

const at = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** Whoever decides on the guarantee of an application; of one without, a guarantor that has nothing to do with it. */
async function guarantorOf(world: World, applicationId: string): Promise<Actor> {
  const stranger = await anActor(world, 'guarantor');
  const [guarantee] = await guaranteesOf(world.db.read, [applicationId]);
  return { ...stranger, organisationId: guarantee?.decisions[0]?.organisationId ?? stranger.organisationId };
}

/** The bank stands by its offer after a counter-offer. */
async function standBy(world: World, sides: Sides, applicationId: string): Promise<void> {
  const { id, version } = await applicationNow(world, applicationId);
  await keepOffer(world.contextFor(sides.bank), { id, version, reason: '利率已是最低' });
}

const idOf = ({ id }: Application) => ({ applicationId: id });

it('prepares every state of an application', () => {
  expect(Object.keys(prepare)).toEqual(expect.arrayContaining([...applicationStates]));
});

describe.each(Object.keys(prepare))('an application that is %s', state => {
  let world: World;
  let sides: Sides;
  let application: Application;
  let actors: Record<(typeof people)[number], Actor>;
  /** The same for everybody: nothing of what is attempted is kept. */
  let attempts: Attempts;

  beforeAll(async () => {
    world = await openWorld();
    const bank = await anActor(world, 'bank');
    const firm = await aFirm(world);
    sides = { firm, bank, product: await aLoanProduct(world, bank), demand: await aDemand(world, firm) };
    const made = await prepare[state]?.(world, sides);
    application = await applicationNow(world, made?.applicationId ?? '');
    actors = {
      'the firm': firm.actor,
      'its auditor': { ...firm.actor, role: 'auditor' },
      'another firm': (await aFirm(world)).actor,
      'the bank': bank,
      'an auditor of the bank': { ...bank, role: 'auditor' },
      'another bank': await anActor(world, 'bank'),
      'the operator': await anActor(world, 'operator'),
      'a regulator': await anActor(world, 'regulator'),
      'the guarantor': await guarantorOf(world, application.id),
    };
    attempts = await attemptsOn(world.contextFor(bank).today);
  });
  afterAll(() => world.close());

  it.each(people)('shows %s the verbs that the server takes, and no others', async name => {
    const actor = actors[name];
    expect(await acceptedFrom(world.contextFor(actor))).toEqual((await offered(actor)).sort());
  });

  async function offered(actor: Actor): Promise<string[]> {
    const { today } = world.contextFor(actor);
    const [offers = []] = await offersOf(world.db.read, [application.id]);
    const [demand] = await demandsByIds(world.db.read, [application.demandId], today);
    const [loan] = await transactionsOf(world.db.read, [application.id]);
    const [guarantee] = await guaranteesOf(world.db.read, [application.id]);
    if (!demand || demand instanceof Error) throw new Error('an application without a demand');
    const restFen = restFenOf(demand.demand, demand.course);
    return [
      ...verbsOnDemand(actor, demand.demand, demand.course, today),
      ...verbsOnApplication(actor, application, today),
      ...offers.flatMap(offer => verbsOnOffer(actor, application, offer, { today, restFen })),
      ...(guarantee ? verbsOnGuarantee(actor, guarantee.state, guarantee.decisions) : []),
      ...(loan ? verbsOnTransaction(actor, loan.transaction, loan.balanceFen) : []),
    ];
  }

  /** Every verb with all that it needs, were it only allowed. */
  async function attemptsOn(today: CalendarDate): Promise<Attempts> {
    const { id, version } = application;
    const [offer] = (await offersOf(world.db.read, [id]))[0] ?? [];
    const [demand] = await demandsByIds(world.db.read, [application.demandId], today);
    const [loan] = await transactionsOf(world.db.read, [id]);
    if (!demand || demand instanceof Error) throw new Error('an application without a demand');
    const change = { id, version };
    const next = loan && (await successorOf(world, sides));
    const onOffer = offer && { id: offer.id, version: offer.version };
    const newcomer = await anActor(world, 'bank');
    const fresh = await aLoanProduct(world, newcomer);
    await aConsent(world, sides.firm, await organisationOf(world, newcomer));
    return {
      acceptApplication: context => acceptApplication(context, change),
      declineApplication: context => declineApplication(context, { ...change, ...reason }),
      rejectApplication: context => rejectApplication(context, { ...change, ...reason }),
      withdrawApplication: context => withdrawApplication(context, change),
      startDueDiligence: context => startDueDiligence(context, change),
      requestCorrection: context => requestCorrection(context, { ...change, input: correctionInput({ note }) }),
      answerCorrection: context => answerCorrection(context, { ...change, answers: ['已补交', '合计 62 %'] }),
      giveInPrinciple: context => giveInPrinciple(context, { ...change, input: inPrincipleInput() }),
      requestGuarantee: context => requestGuarantee(context, change),
      approveGuarantee: context => approveGuarantee(context, { id, version: 1, affiliates: [] }),
      rejectGuarantee: context => rejectGuarantee(context, { id, version: 1, ...reason }),
      approveApplication: context => approveApplication(context, change),
      amendApproval: context => amendApproval(context, { ...change, input: offerInput(world, { fees: [] }) }),
      issueContract: context => issueContract(context, { ...change, input: { number: '1', annualisedRateBps: 623 } }),
      signContract: context => signContract(context, change),
      cancelApplication: context => cancelApplication(context, { ...change, reason: '不再需要' }),
      makeOffer: context => makeOffer(context, { ...change, input: offerInput(world) }),
      keepOffer: context => keepOffer(context, { ...change, reason: '利率已是最低' }),
      openLine: context =>
        openLine(context, { ...change, input: { isRevolving: true, validUntil: context.today, conditions: null } }),
      disburse: context => disburse(context, { ...change, input: { disbursedOn: context.today } }),
      submitApplication: context =>
        submitApplication(context, {
          input: submission({ demand: demand.demand, product: fresh }),
          idempotencyKey: 'another-application',
        }),
      setSecondLook: context => setSecondLook(context, { id: demand.demand.id, version: demand.demand.version, allows: true }),
      withdrawDemand: context => withdrawDemand(context, { id: demand.demand.id, version: demand.demand.version }),
      ...(onOffer && {
        acceptOffer: context => acceptOffer(context, onOffer),
        declineOffer: context => declineOffer(context, { ...onOffer, reason: '不再需要' }),
        counterOffer: context => counterOffer(context, { ...onOffer, input: counterInput({ rateBps: 370 }) }),
        withdrawOffer: context => withdrawOffer(context, { ...onOffer, reason: '条件变化' }),
      }),
      ...(loan && {
        recordRepayment: context =>
          recordRepayment(context, {
            id: loan.transaction.id,
            version: loan.transaction.version,
            input: { paidOn: context.today, principalFen: 1, interestFen: 0 },
          }),
        classLoan: context =>
          classLoan(context, { ...loan.transaction, input: { riskClass: 'loss', note: '担保物灭失，预计无法收回' } }),
        restructureLoan: context =>
          restructureLoan(context, {
            ...loan.transaction,
            reasonText: null,
            reasonCode: 'L11',
            input: { rateBps: 300, repaymentMethod: 'EQUAL_PRINCIPAL', maturesOn: '2028-05-23' },
          }),
        renewLoan: context =>
          renewLoan(context, {
            ...loan.transaction,
            reasonText: null,
            reasonCode: 'L01',
            renewedById: next ?? '',
          }),
        settleLoan: context => settleLoan(context, loan.transaction),
        writeOffLoan: context => writeOffLoan(context, { ...loan.transaction, reasonCode: 'L22', reasonText: null }),
      }),
    };
  }

  /** The verbs that the server would do, each in a unit of work of its own of which nothing is kept. */
  async function acceptedFrom(context: ActorContext): Promise<string[]> {
    const accepted: string[] = [];
    for (const [verb, attempt] of Object.entries(attempts)) {
      const whole = context.db.write(async tx => {
        await attempt({ ...context, db: { ...context.db, write: part => part(tx) } });
        throw new NotKept();
      });
      const outcome = await whole.catch((error: unknown) => error);
      if (outcome instanceof NotKept) accepted.push(verb);
      else if (!(outcome instanceof Refusal)) throw outcome;
    }
    return accepted.sort();
  }
});

/** Another loan of the same firm and bank, of the same amount. */
async function successorOf(world: World, sides: Sides): Promise<string> {
  return (await aLoan(world, { ...sides, demand: await aDemand(world, sides.firm) })).id;
}

/** Undoes a unit of work that went well. */
class NotKept extends Error {}
