import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../../server/products/tables';
import type { Actor } from '../../server/shared/actor';
import { aDemand, aLoanProduct, anOffer, demandInput, offerInput, submission } from '../support/deals';
import { aFirm, type Firm } from '../support/enterprises';
import { type Client, type Running, serve } from '../support/http';
import { anActor } from '../support/identity';
import { openWorld, type World } from '../support/world';

let world: World;
let server: Running;
let firm: Firm;
let bank: Actor;
let product: Product;
let asFirm: Client;
let asBank: Client;
let asRival: Client;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
  [firm, bank] = [await aFirm(world), await anActor(world, 'bank')];
  product = await aLoanProduct(world, bank);
  [asFirm, asBank] = [await server.as(firm.actor), await server.as(bank)];
  asRival = await server.as(await anActor(world, 'bank'));
});
afterAll(async () => {
  await server.close();
  await world.close();
});

type Application = { id: string; version: number; state: string; allowedVerbs: string[] };
type Offer = { id: string; version: number; state: string; allowedVerbs: string[]; application: Application };

const applicationFields = 'id version state allowedVerbs';
const offerFields = `id version state allowedVerbs annualisedRateBps application { ${applicationFields} }`;

/** The answer of one mutation, which the arguments of `document` name. */
async function run<Answer>(client: Client, document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const data = await client.data<Record<string, Answer>>(document, variables);
  const [answer] = Object.values(data);
  if (answer === undefined) throw new Error('a mutation without an answer');
  return answer;
}

const verb = <Answer>(
  client: Client,
  name: string,
  { id, version }: { id: string; version: number },
  fields: string,
  more = '',
) => run<Answer>(client, `mutation { ${name}(id: "${id}", version: ${version}${more}) { ${fields} } }`);

describe('a whole deal over GraphQL', () => {
  it('goes from the demand to the loan, each side seeing what it may do next', async () => {
    const demand = await run<{ id: string; state: string }>(
      asFirm,
      'mutation ($input: DemandInput!) { openDemand(input: $input, idempotencyKey: "journey-demand") { id state } }',
      { input: demandInput({ highestRateBps: 650 }) },
    );
    const submit = `mutation ($input: ApplicationInput!) {
      submitApplication(input: $input, idempotencyKey: "journey-apply") { ${applicationFields} }
    }`;
    const input = { ...submission({ product, demand: { ...(await aDemand(world, firm)), id: demand.id } }) };

    const refusal = await asFirm.ask(submit, { input });
    expect(refusal.errors?.[0]).toMatchObject({
      message: expect.stringContaining('贷前评估'),
      extensions: { code: 'CONFLICT', rule: 'consent.missing', recipientId: bank.organisationId, purpose: 'creditAssessment' },
    });
    await authorise();
    const submitted = await run<Application>(asFirm, submit, { input });
    expect(submitted).toMatchObject({ state: 'submitted', allowedVerbs: ['withdrawApplication'] });
    expect(await run<Application>(asFirm, submit, { input })).toEqual(submitted);

    const queue = await asBank.data<{ applications: { total: number; items: Application[] } }>(
      `{ applications(list: { filter: { states: [submitted] } }) { total items { ${applicationFields} } } }`,
    );
    expect(queue.applications).toMatchObject({
      total: 1,
      items: [{ id: submitted.id, allowedVerbs: ['acceptApplication', 'declineApplication'] }],
    });
    const accepted = await verb<Application>(asBank, 'acceptApplication', submitted, applicationFields);
    expect(accepted.allowedVerbs).toEqual(['startDueDiligence', 'requestCorrection', 'rejectApplication']);
    const assessed = await verb<Application>(asBank, 'startDueDiligence', accepted, applicationFields);
    expect(assessed.allowedVerbs).toEqual(['requestCorrection', 'giveInPrinciple', 'rejectApplication', 'makeOffer']);

    const preview = await run<{ annualisedRateBps: number; schedule: { rows: unknown[]; totals: { interestFen: number } } }>(
      asBank,
      `query ($input: OfferInput!) {
        offerPreview(applicationId: "${accepted.id}", input: $input) {
          rateBps annualisedRateBps schedule { rows { dueOn dueFen } totals { interestFen } } costSheet { totalRatePpm items { item mark } }
        }
      }`,
      { input: offerInput(world) },
    );
    expect(preview).toMatchObject({
      annualisedRateBps: 623,
      schedule: { totals: { interestFen: 2_371_879 } },
      costSheet: { totalRatePpm: 61_972 },
    });
    const offer = await run<Offer>(
      asBank,
      `mutation ($input: OfferInput!) { makeOffer(id: "${assessed.id}", version: ${assessed.version}, input: $input) { ${offerFields} } }`,
      { input: offerInput(world) },
    );
    expect(offer).toMatchObject({ state: 'open', annualisedRateBps: 623, allowedVerbs: ['withdrawOffer'] });

    const taken = await verb<Offer>(asFirm, 'acceptOffer', offer, offerFields);
    expect(taken).toMatchObject({ state: 'accepted', allowedVerbs: [], application: { state: 'offerAccepted' } });
    const approved = await verb<Application>(asBank, 'approveApplication', taken.application, applicationFields);
    expect(approved).toMatchObject({ state: 'approved', allowedVerbs: ['amendApproval', 'issueContract', 'cancelApplication'] });
    const contract = await verb<Application>(
      asBank,
      'issueContract',
      approved,
      `${applicationFields} contract { number annualisedRateBps signedAt }`,
      ', input: { number: "借字2026第000001号", annualisedRateBps: 623 }',
    );
    expect(contract).toMatchObject({ state: 'contractIssued', contract: { annualisedRateBps: 623, signedAt: null } });
    const signed = await verb<Application>(asFirm, 'signContract', contract, applicationFields);
    expect(signed).toMatchObject({ state: 'signed', allowedVerbs: ['cancelApplication'] });
    const loan = await verb<{ id: string; version: number }>(
      asBank,
      'disburse',
      signed,
      'id version amountFen balanceFen isUnsecured labels county { zh } schedule { rows { number } } offer { id } allowedVerbs',
      ', disbursedOn: "2026-11-23", householdCreditFen: 100000000, isAttestedFirst: true',
    );
    expect(loan).toMatchObject({
      balanceFen: 100_000_000,
      isUnsecured: true,
      labels: ['inclusive', 'redCredit'],
      offer: { id: offer.id },
      county: { zh: '旌阳区' },
      allowedVerbs: ['recordRepayment', 'classLoan', 'renewLoan', 'restructureLoan', 'writeOffLoan'],
    });
    const repaid = await verb<{ balanceFen: number }>(
      asBank,
      'recordRepayment',
      loan,
      'balanceFen repayments { principalFen source }',
      ', input: { paidOn: "2026-11-23", principalFen: 100000000, interestFen: 12083 }',
    );
    expect(repaid).toMatchObject({ balanceFen: 0, repayments: [{ principalFen: 100_000_000, source: 'officer' }] });
  });

  it('shows the firm its whole course, and the bank no more than its own part', async () => {
    const whole = `{ applications { items {
      state isFileOpen findings { path verdict } history { verb party }
      demand { version state closedAt applicationCount openOfferCount allowedVerbs highestRateBps }
      productVersion { id name } enterprise { id } institution { id }
      offers { number state schedule { rows { dueFen } } costSheet { totalRatePpm } fees { kind } pricing { kind } }
      transaction { balanceFen productVersion { id } enterprise { id } institution { id } }
    } } }`;
    const { applications: firms } = await asFirm.data<{ applications: { items: unknown[] } }>(whole);
    expect(firms.items).toMatchObject([
      {
        state: 'disbursed',
        isFileOpen: true,
        history: [
          { verb: 'submitApplication', party: 'enterprise' },
          { verb: 'acceptApplication', party: 'institution' },
          { verb: 'startDueDiligence', party: 'institution' },
          { verb: 'makeOffer', party: 'institution' },
          { verb: 'acceptOffer', party: 'enterprise' },
          { verb: 'approveApplication', party: 'institution' },
          { verb: 'issueContract', party: 'institution' },
          { verb: 'signContract', party: 'enterprise' },
          { verb: 'disburse', party: 'institution' },
        ],
        demand: { state: 'fulfilled', applicationCount: 1, openOfferCount: 0, highestRateBps: 650 },
        productVersion: { id: product.currentVersionId },
        offers: [{ number: 1, state: 'accepted', fees: [{ kind: 'processing' }], pricing: { kind: 'fixed' } }],
        transaction: { balanceFen: 0, enterprise: { id: firm.id } },
      },
    ]);
    const { applications: banks } = await asBank.data<{ applications: { items: unknown[] } }>(whole);
    expect(banks.items).toMatchObject([
      {
        demand: {
          version: null,
          state: null,
          closedAt: null,
          applicationCount: null,
          openOfferCount: null,
          allowedVerbs: [],
          highestRateBps: 650,
        },
      },
    ]);
    expect(await asRival.data(whole)).toEqual({ applications: { items: [] } });
  });

  it('says why a bank does not go on, and what would change it', async () => {
    const demand = await aDemand(world, firm);
    const offer = await anOffer(world, { firm, bank, product, demand });
    const declined = await verb<Offer>(asFirm, 'declineOffer', offer, offerFields, ', reason: "利率偏高"');
    const rejected = await verb<Application>(
      asBank,
      'rejectApplication',
      declined.application,
      'state reason { code label { zh } change { en } } reasonText offers { state stateReason }',
      ', reasonCode: R17',
    );
    expect(rejected).toMatchObject({
      state: 'rejected',
      reason: { code: 'R17', change: { en: expect.stringContaining('last offer') } },
      offers: [{ state: 'declined', stateReason: '利率偏高' }],
    });
    const { reasonCodes } = await server
      .anonymous()
      .data<{ reasonCodes: { code: string }[] }>('{ reasonCodes { code needsText } }');
    expect(reasonCodes).toHaveLength(24);
  });

  it('does not exist for another bank', async () => {
    const { applications } = await asBank.data<{ applications: { items: Application[] } }>(
      `{ applications { items { ${applicationFields} } } }`,
    );
    const [known] = applications.items;
    const answer = await asRival.ask(`{ application(id: "${known?.id}") { id } }`);
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

/** The firm lets the bank assess its credit, over GraphQL like a person would. */
async function authorise(): Promise<void> {
  const { consentTerms } = await asFirm.data<{ consentTerms: { hash: string } }>(
    `{ consentTerms(purpose: creditAssessment, recipientId: "${bank.organisationId}") { hash } }`,
  );
  await asFirm.data('mutation ($input: GrantConsentInput!) { grantConsent(input: $input) { id } }', {
    input: {
      recipientId: bank.organisationId,
      purpose: 'creditAssessment',
      dataClasses: ['TAX_CREDIT_GRADE', 'TAX_PAID'],
      validTo: '2027-11-23',
      textHash: consentTerms.hash,
    },
  });
}
