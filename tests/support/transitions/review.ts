import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { revokeConsent } from '../../../server/enterprises/consents/revokeConsent';
import { consents } from '../../../server/enterprises/consents/tables';
import { approveApplication } from '../../../server/financing/applications/approveApplication';
import { cancelApplication } from '../../../server/financing/applications/cancelApplication';
import { rejectApplication } from '../../../server/financing/applications/rejectApplication';
import { startDueDiligence } from '../../../server/financing/applications/startDueDiligence';
import type { Application } from '../../../server/financing/applications/tables';
import { withdrawApplication } from '../../../server/financing/applications/withdrawApplication';
import { issueContract } from '../../../server/financing/contracts/issueContract';
import { signContract } from '../../../server/financing/contracts/signContract';
import { answerCorrection } from '../../../server/financing/corrections/answerCorrection';
import { requestCorrection } from '../../../server/financing/corrections/requestCorrection';
import { giveInPrinciple } from '../../../server/financing/indications/giveInPrinciple';
import type { Actor } from '../../../server/shared/actor';
import { remembered } from '../../../server/shared/remembered';
import {
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
  inPrincipleInput,
  type Sides,
} from '../deals';
import { anActor } from '../identity';
import type { World } from '../world';
import {
  at,
  type Case,
  type Cells,
  conflicting,
  type FirstGround,
  type Ground,
  invalid,
  newGround,
  ofSides,
  refused,
  step,
} from './cells';

const answers = ['已上传至银行网点', '前五大客户占 62 %'];

/** How a maker of offers is asked about the sides of a ground, for the application. */
const ofOffer: (
  make: (world: World, sides: Sides) => Promise<{ readonly applicationId: string }>,
) => (ground: Ground) => Promise<Application> = remembered(
  make =>
    async ({ world, sides }) =>
      applicationNow(world, (await make(world, sides)).applicationId),
);

export const dueDiligence = step({
  title: 'due diligence begins',
  side: 'institution',
  prepared: ofSides(anAcceptedApplication),
  run: startDueDiligence,
  to: 'dueDiligence',
  wrongly: ofSides(aSubmittedApplication),
  async bad({ world, sides, bank, firm, as }, application) {
    const given = await world.db.read.select().from(consents).where(eq(consents.enterpriseId, sides.firm.id));
    for (const consent of given) await revokeConsent(as(firm), at(consent));
    await expect(startDueDiligence(as(bank), at(application))).rejects.toMatchObject(conflicting('dueDiligence.consent'));
  },
});

export const askingForCorrections = step({
  title: 'the bank asks for corrections',
  side: 'institution',
  prepared: ofSides(anAssessedApplication),
  run: (context, change) => requestCorrection(context, { ...change, input: correctionInput() }),
  to: 'actionRequired',
  wrongly: ofSides(aSubmittedApplication),
  async bad({ as, bank }, application) {
    const ask = (values: object) => requestCorrection(as(bank), { ...at(application), input: correctionInput(values) });
    await expect(ask({ items: [] })).rejects.toMatchObject(invalid({ field: 'items' }));
    await expect(ask({ items: [{ kind: 'OTHER', text: ' ' }] })).rejects.toMatchObject(invalid({ field: 'items.0.text' }));
  },
});

export const answeringCorrections = step({
  title: 'the firm answers the corrections',
  side: 'enterprise',
  prepared: ofSides(anUncorrectedApplication),
  run: (context, change) => answerCorrection(context, { ...change, answers }),
  to: 'dueDiligence',
  wrongly: ofSides(anAssessedApplication),
  async bad({ as, firm }, application) {
    const answer = (given: string[]) => answerCorrection(as(firm), { ...at(application), answers: given });
    await expect(answer(['只答一项'])).rejects.toMatchObject(invalid({ field: 'answers.1' }));
    await expect(answer(['', '已补交'])).rejects.toMatchObject(invalid({ field: 'answers.0' }));
  },
});

export const inPrinciple = step({
  title: 'the bank says what it could lend in principle',
  side: 'institution',
  prepared: ofSides(anAssessedApplication),
  run: (context, change) => giveInPrinciple(context, { ...change, input: inPrincipleInput() }),
  to: 'inPrinciple',
  wrongly: ofSides(anAcceptedApplication),
  async bad({ as, bank }, application) {
    const give = (values: object) => giveInPrinciple(as(bank), { ...at(application), input: inPrincipleInput(values) });
    await expect(give({ amountFen: 100_000_001 })).rejects.toMatchObject(invalid({ field: 'amountFen' }));
    await expect(give({ rateBpsMin: 501 })).rejects.toMatchObject(invalid({ field: 'rateBpsMax' }));
  },
});

export const approving = step({
  title: 'credit is granted without a guarantee',
  side: 'institution',
  prepared: ofOffer(anAcceptedOffer),
  run: approveApplication,
  to: 'approved',
  wrongly: ofOffer(anOffer),
});

const number = '借字2026第000001号';

const issuing = step({
  title: 'the contract is issued',
  side: 'institution',
  prepared: ofSides(anApprovedApplication),
  run: (context, change) => issueContract(context, { ...change, input: { number, annualisedRateBps: 623 } }),
  to: 'contractIssued',
  wrongly: ofOffer(anAcceptedOffer),
  async bad({ as, bank }, application) {
    const issue = (input: { number: string; annualisedRateBps: number }) =>
      issueContract(as(bank), { ...at(application), input });
    await expect(issue({ number, annualisedRateBps: 622 })).rejects.toMatchObject(invalid({ rule: 'contract.rate' }));
    await expect(issue({ number: ' ', annualisedRateBps: 623 })).rejects.toMatchObject(invalid({ field: 'number' }));
  },
});

const signing = step({
  title: 'the contract is signed',
  side: 'enterprise',
  prepared: ofSides(anIssuedContract),
  run: signContract,
  to: 'signed',
  wrongly: ofSides(anApprovedApplication),
});

/** The bank issues and the firm signs: each case is tried of both. */
const both = (tried: Case) => async (ground: FirstGround) => {
  await issuing[tried](ground);
  ground.begin();
  await signing[tried](ground);
};

export const contracting: Cells = {
  title: 'the contract is issued and signed',
  success: both('success'),
  'wrong person': both('wrong person'),
  'wrong state': both('wrong state'),
  'bad input': both('bad input'),
  async repeat(ground) {
    await signing.repeat(ground);
    // Until it is signed, a contract is put right by issuing it again, of the version that was read.
    const other = await newGround(ground.world);
    const issued = await anIssuedContract(other.world, other.sides);
    const input = { number: '借字2026第000002号', annualisedRateBps: 623 };
    await issueContract(other.as(other.bank), { ...at(issued), input });
    await expect(issueContract(other.as(other.bank), { ...at(issued), input })).rejects.toMatchObject(
      conflicting('staleVersion'),
    );
  },
};

export const rejecting = step({
  title: 'the bank rejects the application',
  side: 'institution',
  prepared: ofSides(anApplicationInPrinciple),
  run: (context, change) => rejectApplication(context, { ...change, reasonCode: 'R05' }),
  to: 'rejected',
  wrongly: ofSides(aSubmittedApplication),
  async bad({ as, bank }, application) {
    const reject = (reason: { reasonCode: string; reasonText?: string }) =>
      rejectApplication(as(bank), { ...at(application), ...reason });
    await expect(reject({ reasonCode: '' })).rejects.toMatchObject(invalid({ field: 'reasonCode' }));
    await expect(reject({ reasonCode: 'R99', reasonText: '太短' })).rejects.toMatchObject(invalid({ field: 'reasonText' }));
  },
});

export const withdrawing = step({
  title: 'the firm withdraws',
  side: 'enterprise',
  prepared: ofSides(anIssuedContract),
  run: withdrawApplication,
  to: 'withdrawn',
  wrongly: ofSides(aSignedContract),
});

const reason = '担保物被另案查封';

export const cancelling: Cells = {
  title: 'a granted credit is cancelled by either side',
  async success(ground) {
    const approved = await ground.reached(ofSides(anApprovedApplication));
    const cancelled = await cancelApplication(ground.as(ground.bank), { ...at(approved), reason });
    expect(cancelled).toMatchObject({ state: 'cancelled', reasonText: reason });
    const other = await newGround(ground.world);
    const signed = await aSignedContract(other.world, other.sides);
    expect(await cancelApplication(other.as(other.firm), { ...at(signed), reason })).toMatchObject({ state: 'cancelled' });
  },
  async 'wrong person'(ground) {
    const approved = await ground.reached(ofSides(anApprovedApplication));
    const cancel = (actor: Actor) => cancelApplication(ground.as(actor), { ...at(approved), reason });
    for (const actor of [ground.bank, ground.firm])
      await expect(cancel({ ...actor, role: 'auditor' })).rejects.toMatchObject(refused('NOT_ALLOWED'));
    for (const kind of ['bank', 'operator', 'regulator'] as const)
      await expect(cancel(await anActor(ground.world, kind))).rejects.toMatchObject(refused('NOT_FOUND'));
  },
  async 'wrong state'(ground) {
    const { applicationId } = await ground.reached(ofSides(anAcceptedOffer));
    const given = { ...at(await applicationNow(ground.world, applicationId)), reason };
    for (const actor of [ground.bank, ground.firm])
      await expect(cancelApplication(ground.as(actor), given)).rejects.toMatchObject(conflicting('illegalVerb'));
  },
  async 'bad input'(ground) {
    const approved = await ground.reached(ofSides(anApprovedApplication));
    for (const actor of [ground.bank, ground.firm])
      await expect(cancelApplication(ground.as(actor), { ...at(approved), reason: ' ' })).rejects.toMatchObject(
        invalid({ field: 'reason' }),
      );
  },
  async repeat(ground) {
    const approved = await ground.reached(ofSides(anApprovedApplication));
    await cancelApplication(ground.as(ground.bank), { ...at(approved), reason });
    await expect(cancelApplication(ground.as(ground.bank), { ...at(approved), reason })).rejects.toMatchObject(
      refused('CONFLICT'),
    );
    const now = at(await applicationNow(ground.world, approved.id));
    await expect(cancelApplication(ground.as(ground.firm), { ...now, reason })).rejects.toMatchObject(conflicting('illegalVerb'));
  },
};
