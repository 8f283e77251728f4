import type { Page } from '@playwright/test';
import { press } from './dealSteps';
import { type Ask, expect, test } from './platform';

const lender = '广汉鸭子河村镇银行股份有限公司';

test('a patent is pledged, its loan guaranteed and paid out; another is lost, and everybody bears its part', async ({
  at,
  ask,
}) => {
  test.setTimeout(120_000);
  const [firm, bank, insurer] = [await at('firm2'), await at('bank3'), await at('insurer')];
  const id = await anApplication(ask);

  // The firm states its patent, the bank proposes a value, the firm agrees: only then is it worth something.
  await firm.goto(`/#/applications/${id}/show`);
  await firm.getByRole('button', { name: '申报抵质押物' }).click();
  await firm.getByLabel('名称').fill('一种数控机床主轴');
  await firm.getByLabel('权证编号').fill('ZL 2023 1 0107001.X');
  await firm.getByLabel('企业估价').fill('150');
  await firm.getByRole('dialog').getByRole('button', { name: '申报抵质押物' }).click();
  await expect(firm.getByText('已申报', { exact: true })).toBeVisible();
  await bank.goto(`/#/applications/${id}/show`);
  await bank.getByRole('button', { name: '登记评估' }).click();
  await bank.getByLabel('估值', { exact: false }).first().fill('120');
  await bank.getByRole('dialog').getByRole('button', { name: '登记评估' }).click();
  await expect(bank.getByText('待企业确认估值', { exact: true })).toBeVisible();
  await firm.reload();
  await press(firm, '同意估值');
  await expect(firm.getByText('认可估值合计 120 万元，贷款占估值 50.00 %。')).toBeVisible();

  // Every fee stands in the cost sheet before the firm accepts: the premium, the appraisal and the registration.
  const offer = await anOffer(ask, id);
  await firm.reload();
  await firm.getByText('企业贷款综合融资成本清单（贷款明白纸）').click();
  for (const fee of ['保证保险费', '评估费', '抵质押登记费']) await expect(firm.getByText(fee, { exact: true })).toBeVisible();
  await ask('firm2', 'mutation ($id: ID!) { acceptOffer(id: $id, version: 1) { id } }', { id: offer.id });

  // The pledge is registered, the insurer agrees, the money is paid out.
  await bank.reload();
  await bank.getByRole('button', { name: '登记抵质押' }).click();
  await bank.getByLabel('登记编号').fill('Y2026980010701');
  await bank.getByRole('dialog').getByRole('button', { name: '登记抵质押' }).click();
  await expect(bank.getByText('已登记', { exact: true })).toBeVisible();
  await press(bank, '提请担保');
  await insurer.goto('/#/guarantees');
  await insurer.getByRole('link', { name: /广汉星野软件有限公司/ }).click();
  await press(insurer, '同意担保');
  await expect(insurer.getByText('各方均已同意，分担比例已锁定，等待签约和放款。')).toBeVisible();
  await paidOut(ask, { id, annualisedRateBps: offer.annualisedRateBps });
  await insurer.reload();
  await expect(insurer.getByText('在保', { exact: true })).toBeVisible();

  // A loan of the city is lost: the guarantor pays four fifths to the fen, and what comes back flows the same way.
  const guarantor = await at('guarantor');
  await guarantor.goto('/#/guarantees?shelf=claimed');
  await guarantor.getByRole('link', { name: new RegExp(lender) }).click();
  await press(guarantor, '支付代偿');
  const part = (who: Page, party: string) => who.getByRole('row').filter({ hasText: party }).getByRole('cell');
  const [lossFen = 0] = await lossesOf(ask);
  await expect(part(guarantor, '启明担保').nth(1)).toHaveText(yuan(Math.round(lossFen * 0.8)));
  await bank.goto(guarantor.url());
  await bank.getByRole('button', { name: '登记追偿' }).click();
  await bank.getByLabel('追回金额').fill('10');
  await bank.getByRole('dialog').getByRole('button', { name: '登记追偿' }).click();
  await expect(part(bank, '启明担保').nth(2)).toHaveText('80,000.00');
  await expect(part(bank, '贷款银行').nth(2)).toHaveText('20,000.00');
  // Others count what this firm has not read.
  await ask('firm2', 'mutation { markAllRead }');
});

const yuan = (fen: number): string => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });

/** The firm applies for the bank's patent loan, and the bank looks into it. */
async function anApplication(ask: Ask): Promise<string> {
  const { products } = await ask<{ products: { items: { id: string; institution: { id: string }; terms: { id: string } }[] } }>(
    'firm2',
    '{ products(list: { q: "专利质押贷", perPage: 50 }) { items { id institution { id name } terms { id } } } }',
  );
  const { me } = await ask<{ me: { organisation: { id: string } } }>('bank3', '{ me { organisation { id } } }');
  const product = products.items.find(({ institution }) => institution.id === me.organisation.id);
  if (!product) throw new Error('the bank has no loan on patents');
  const recipientId = product.institution.id;
  const { consentTerms } = await ask<{ consentTerms: { hash: string } }>(
    'firm2',
    'query ($recipientId: ID!) { consentTerms(recipientId: $recipientId, purpose: creditAssessment) { hash } }',
    { recipientId },
  );
  await ask('firm2', 'mutation ($input: GrantConsentInput!) { grantConsent(input: $input) { id } }', {
    input: {
      recipientId,
      purpose: 'creditAssessment',
      dataClasses: ['REGISTRATION'],
      validTo: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      textHash: consentTerms.hash,
    },
  });
  const { openDemand } = await ask<{ openDemand: { id: string } }>(
    'firm2',
    'mutation ($input: DemandInput!) { openDemand(input: $input, idempotencyKey: "patent-demand") { id } }',
    { input: { amountFen: 60_000_000, termMonths: 12, purpose: 'WORKING_CAPITAL', securities: ['PATENT_PLEDGE'] } },
  );
  const { submitApplication } = await ask<{ submitApplication: { id: string } }>(
    'firm2',
    'mutation ($input: ApplicationInput!) { submitApplication(input: $input, idempotencyKey: "patent-application") { id } }',
    { input: { demandId: openDemand.id, productId: product.id, productVersionId: product.terms.id } },
  );
  const { id } = submitApplication;
  await ask('bank3', 'mutation ($id: ID!) { acceptApplication(id: $id, version: 1) { id } }', { id });
  await ask('bank3', 'mutation ($id: ID!) { startDueDiligence(id: $id, version: 2) { id } }', { id });
  return id;
}

type Offered = { readonly id: string; readonly annualisedRateBps: number };

/** The bank offers the loan under the patent scheme of Deyang. */
async function anOffer(ask: Ask, id: string): Promise<Offered> {
  const { offerSchemes } = await ask<{ offerSchemes: { name: string; terms: { id: string } }[] }>(
    'bank3',
    'query ($id: ID!) { offerSchemes(applicationId: $id) { name terms { id } } }',
    { id },
  );
  const scheme = offerSchemes.find(({ name }) => name.includes('3:2:5'));
  const fee = { chargedBy: 'thirdParty', paidBy: 'enterprise', timing: 'once' };
  const { makeOffer } = await ask<{ makeOffer: Offered }>(
    'bank3',
    'mutation ($id: ID!, $input: OfferInput!) { makeOffer(id: $id, version: 3, input: $input) { id annualisedRateBps } }',
    {
      id,
      input: {
        amountFen: 60_000_000,
        termMonths: 12,
        pricing: { kind: 'fixed', rateBps: 400 },
        repaymentMethod: 'INTEREST_FIRST',
        dayBasis: 'ACT/360',
        securities: ['PATENT_PLEDGE'],
        schemeTermsId: scheme?.terms.id,
        fees: [
          { ...fee, kind: 'appraisal', amountFen: 300_000 },
          { ...fee, kind: 'registration', amountFen: 0 },
        ],
        validUntil: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
      },
    },
  );
  return makeOffer;
}

/** Contract, signature and payment. */
async function paidOut(ask: Ask, { id, annualisedRateBps }: { id: string; annualisedRateBps: number }): Promise<void> {
  const input = { number: '借字2026第0107号', annualisedRateBps };
  const version = async () =>
    (await ask<{ application: { version: number } }>('bank3', 'query ($id: ID!) { application(id: $id) { version } }', { id }))
      .application.version;
  await ask(
    'bank3',
    'mutation ($id: ID!, $version: Int!, $input: ContractInput!) { issueContract(id: $id, version: $version, input: $input) { id } }',
    { id, version: await version(), input },
  );
  await ask('firm2', 'mutation ($id: ID!, $version: Int!) { signContract(id: $id, version: $version) { id } }', {
    id,
    version: await version(),
  });
  await ask(
    'bank3',
    'mutation ($id: ID!, $version: Int!, $on: CalendarDate!) { disburse(id: $id, version: $version, disbursedOn: $on) { id } }',
    { id, version: await version(), on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) },
  );
}

/** The principal of what was claimed under the guarantor's scheme. */
async function lossesOf(ask: Ask): Promise<number[]> {
  const { guarantees } = await ask<{ guarantees: { items: { compensation: { lossFen: number } | null }[] } }>(
    'guarantor',
    '{ guarantees(list: { perPage: 50 }) { items { compensation { lossFen } } } }',
  );
  return guarantees.items.flatMap(({ compensation }) => compensation?.lossFen ?? []);
}
