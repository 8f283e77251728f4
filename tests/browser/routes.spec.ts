import type { Page } from '@playwright/test';
import { choose, press } from './dealSteps';
import { wordsOf } from './dealWords';
import { type Ask, expect, test } from './platform';

/** The ways from a demand to a bank, each through the pages of those who take part; steps that other journeys show go over the API. */
const words = wordsOf.zh;
const firmName = '德阳云源精密零部件有限公司';
const lenders = ['bank', 'bank2', 'bank3'] as const;

test.setTimeout(240_000);

type Listed = { items: { id: string; version: number; state: string; demandId: string }[] };
const applicationsOf = async (ask: Ask, username: string, demandId: string) =>
  (
    await ask<{ applications: Listed }>(
      username,
      'query ($id: ID!) { applications(list: { filter: { demandId: $id } }) { items { id version state demandId } } }',
      { id: demandId },
    )
  ).applications.items;

/** Every application of the demo firm that is under way ends: a bank has one of a firm at a time. */
async function beginAnew(ask: Ask): Promise<void> {
  const { applications } = await ask<{ applications: { items: { id: string; version: number; allowedVerbs: string[] }[] } }>(
    'firm',
    '{ applications(list: { perPage: 50 }) { items { id version allowedVerbs } } }',
  );
  for (const { id, version, allowedVerbs } of applications.items)
    if (allowedVerbs.includes('withdrawApplication'))
      await ask('firm', 'mutation ($id: ID!, $version: Int!) { withdrawApplication(id: $id, version: $version) { id } }', {
        id,
        version,
      });
}

const idIn = (address: string) => /(?:demands|applications)\/([^/]+)\//.exec(address)?.[1] ?? '';

test('a bank grabs a demand without knowing whose it is; refused, it goes on to the next bank with its file', async ({
  at,
  ask,
}) => {
  const [firm, bank] = [await at('firm'), await at('bank')];
  await beginAnew(ask);

  const demandId = await test.step('the firm opens a demand to banks, and lets it go on if one refuses', async () => {
    await firm.goto('/#/demands/create');
    await firm.getByRole('textbox', { name: words.amount }).fill('87');
    await firm.getByRole('textbox', { name: words.term }).fill('12');
    await choose(firm, words.purpose, words.workingCapital);
    await firm.getByRole('checkbox', { name: words.noSecurity }).check();
    const secondLook = firm.getByRole('checkbox', { name: /如果银行拒绝或不答复/ });
    await expect(secondLook).not.toBeChecked();
    await secondLook.check();
    await firm.getByRole('radio', { name: /公开抢单/ }).check();
    await firm.getByRole('button', { name: '公开需求' }).click();
    await expect(firm.getByText('需求已发布')).toBeVisible();
    return idIn(firm.url());
  });

  await test.step('a bank takes it, accepts, and learns the name only then', async () => {
    await bank.goto('/#/market');
    await bank.getByRole('article').filter({ hasText: '87 万元' }).getByRole('button', { name: '抢单' }).click();
    await bank.getByRole('dialog').getByRole('button', { name: '抢单' }).click();
    await bank.waitForURL(/\/applications\/[^/]+\/show/);
    await expect(bank.getByRole('heading', { name: '企业名称受理后显示', level: 1 })).toBeVisible();
    expect(await bank.locator('body').innerText()).not.toContain('云源');
    await press(bank, words.takeOn);
    await expect(bank.getByRole('heading', { name: firmName, level: 1 })).toBeVisible();
  });

  await test.step('it refuses, and the platform passes the demand on', async () => {
    const [taken] = await applicationsOf(ask, 'bank', demandId);
    await ask(
      'bank',
      'mutation ($id: ID!, $version: Int!) { rejectApplication(id: $id, version: $version, reasonCode: R20) { id } }',
      { id: taken?.id, version: taken?.version },
    );
    await firm.goto(`/#/demands/${demandId}/show`);
    await expect(firm.getByRole('article').filter({ hasText: '未通过' })).toBeVisible();
    await expect(firm.getByRole('article').filter({ hasText: '已派单' })).toBeVisible();
  });

  await test.step('the next bank finds it in its queue', async () => {
    const found = await Promise.all(
      lenders.slice(1).map(async user => (await applicationsOf(ask, user, demandId)).map(({ state }) => ({ user, state }))),
    );
    const [next, ...others] = found.flat();
    expect([next?.state, others]).toEqual(['invited', []]);
    const other = await at(next?.user ?? '');
    await other.goto('/#/applications');
    const card = other.getByRole('article').filter({ hasText: '已派单' }).filter({ hasText: '87 万元' });
    await expect(card.getByText('企业名称受理后显示')).toBeVisible();
  });
});

test('an auction: two banks make offers, and the firm bargains before its day', async ({ at, ask }) => {
  await beginAnew(ask);
  const today = await ask<{ matches: { today: string } }>('firm', '{ matches(list: { perPage: 1 }) { today } }');
  const later = (days: number) => new Date(Date.parse(today.matches.today) + days * 86_400_000).toISOString().slice(0, 10);
  const { openDemand } = await ask<{ openDemand: { id: string } }>(
    'firm',
    'mutation ($input: DemandInput!, $key: String!) { openDemand(input: $input, idempotencyKey: $key) { id } }',
    {
      key: `auction-${Date.now()}`,
      input: {
        amountFen: 93_000_000,
        termMonths: 12,
        purpose: 'WORKING_CAPITAL',
        securities: [],
        route: 'auction',
        validUntil: later(30),
        offersUntil: later(5),
      },
    },
  );

  await test.step('two banks take part and make offers', async () => {
    for (const [place, user] of (['bank', 'bank2'] as const).entries())
      await offerAs(ask, { user, demandId: openDemand.id, rateBps: 400 - place * 20, validUntil: later(40) });
  });

  await test.step('the firm compares them, bargains, and is told when it may choose', async () => {
    const firm = await at('firm');
    await firm.goto(`/#/demands/${openDemand.id}/show`);
    await expect(firm.getByText(`竞价到 ${later(5)} 为止`)).toBeVisible();
    await firm.getByRole('article').filter({ hasText: '已报价' }).first().getByRole('link', { name: words.open }).click();
    await expect(firm.getByRole('button', { name: '还价', exact: true })).toBeVisible();
    await expect(firm.getByRole('button', { name: '接受报价', exact: true })).toHaveCount(0);
    await firm.getByRole('button', { name: '还价', exact: true }).click();
    await firm.getByRole('dialog').getByRole('textbox', { name: /利率/ }).fill('0');
    await firm.getByRole('dialog').getByRole('button', { name: /还价$/ }).click();
    await expect(firm.getByRole('dialog')).toContainText('您填写的利率为 0 %');
    await firm.getByRole('dialog').getByRole('textbox', { name: /利率/ }).fill('3.5');
    await firm.getByRole('dialog').getByRole('button', { name: /还价$/ }).click();
    await expect(firm.getByRole('dialog')).toHaveCount(0);
    const states = (await applicationsOf(ask, 'firm', openDemand.id)).map(({ state }) => state).sort();
    expect(states).toEqual(['countered', 'offered']);
  });
  await beginAnew(ask);
});

test('an auction whose day has passed: the firm bargains once more, chooses, and the other bank is out', async ({ at, ask }) => {
  const chooser = await chooserOf(ask);
  const firm = await at(chooser);
  await test.step('the operator ends the time for offers, and the firm is told', async () => {
    await runNow(await at('operator'), '竞价截止');
    await firm.goto('/#/messages');
    const told = firm.getByRole('article').filter({ hasText: '竞价已截止，收到 2 份报价' });
    await told.getByRole('link', { name: '查看需求' }).click();
    await firm.waitForURL(/\/demands\/[^/]+\/show/);
    await expect(firm.getByRole('article').filter({ hasText: '已报价' })).toHaveCount(2);
  });

  const demandId = idIn(firm.url());
  const offered = await applicationsOf(ask, chooser, demandId);
  await test.step('it asks one bank for a lower rate, and the bank stands by its offer', async () => {
    await firm.goto(`/#/applications/${offered[0]?.id}/show`);
    await firm.getByRole('button', { name: '还价', exact: true }).click();
    await firm.getByRole('dialog').getByRole('textbox', { name: /利率/ }).fill('3.1');
    await firm.getByRole('dialog').getByRole('button', { name: /还价$/ }).click();
    await expect(firm.getByRole('dialog')).toHaveCount(0);
    for (const user of lenders) {
      const [countered] = (await applicationsOf(ask, user, demandId)).filter(({ state }) => state === 'countered');
      if (!countered) continue;
      const other = await at(user);
      await other.goto(`/#/applications/${countered.id}/show`);
      await other.getByRole('button', { name: /^维持/ }).click();
      await other.getByRole('dialog').getByRole('textbox').fill('已是本行同类企业的最优利率。');
      await other.getByRole('dialog').getByRole('button', { name: /^维持/ }).click();
      await expect(other.getByRole('dialog')).toHaveCount(0);
    }
    expect((await applicationsOf(ask, chooser, demandId)).map(({ state }) => state)).toEqual(['offered', 'offered']);
  });

  await test.step('it chooses the other, and the first lapses in the same moment', async () => {
    await firm.goto(`/#/applications/${offered[1]?.id}/show`);
    await press(firm, '接受报价');
    await expect(firm.getByText(/您已接受报价，等待/)).toBeVisible();
    const states = new Map((await applicationsOf(ask, chooser, demandId)).map(({ id, state }) => [id, state]));
    expect([states.get(offered[1]?.id ?? ''), states.get(offered[0]?.id ?? '')]).toEqual(['offerAccepted', 'lapsed']);
  });
});

test('a bank stays silent: its head and the operator are told, the demand is released and goes to another bank', async ({
  at,
  ask,
}) => {
  const page = await at('operator');
  const card = () => page.getByRole('article').filter({ hasText: '180 万元' });
  await page.goto('/#/dispatch');
  await card().getByRole('link', { name: words.open }).click();
  await expect(page.getByText('已派单', { exact: true })).toBeVisible();
  await expect(page.getByText('超时释放', { exact: true })).toHaveCount(0);

  const late = await test.step('the missed limit is escalated', async () => {
    await runNow(page, '超时督办');
    await page.goto('/#/escalations');
    const missed = page.getByRole('article').filter({ hasText: '停在「已派单」' });
    await expect(missed).toBeVisible();
    return missed.getByRole('heading').innerText();
  });

  await test.step('the head of the bank reads that it is to be looked after', async () => {
    for (const user of lenders) {
      const { me } = await ask<{ me: { organisation: { name: string } } }>(user, '{ me { organisation { name } } }');
      if (me.organisation.name !== late) continue;
      const head = await at(user);
      await head.goto('/#/messages');
      await expect(head.getByRole('article').filter({ hasText: '请督办' }).filter({ hasText: '受理' }).first()).toBeVisible();
      return;
    }
    throw new Error(`nobody of ${late} has an account here`);
  });

  await test.step('run now releases it, and it goes to the next bank by itself', async () => {
    await runNow(page, '超时释放');
    await page.goto('/#/dispatch');
    await card().getByRole('link', { name: words.open }).click();
    await expect(page.getByText('超时释放', { exact: true })).toBeVisible();
    await expect(page.getByText('自动转派', { exact: true })).toBeVisible();
    await expect(page.getByText('已派单', { exact: true })).toBeVisible();
    await page.goto('/#/escalations?standing=over');
    await expect(page.getByRole('article').filter({ hasText: late }).filter({ hasText: '现状：超时释放' })).toBeVisible();
  });
});

/** The account of the firm whose auction has ended, as the bank and the operator can find it. */
async function chooserOf(ask: Ask): Promise<string> {
  type Bid = { offersUntil: string | null; enterprise: { id: string } };
  const { applications } = await ask<{ applications: { items: Bid[] } }>(
    'bank',
    '{ applications(list: { perPage: 200, filter: { states: [offered] } }) { items { offersUntil enterprise { id } } } }',
  );
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const ended = applications.items.find(({ offersUntil }) => offersUntil !== null && offersUntil < today);
  const { users } = await ask<{ users: { items: { username: string }[] } }>(
    'operator',
    'query ($id: ID!) { users(list: { perPage: 5, filter: { organisationId: $id } }) { items { username } } }',
    { id: ended?.enterprise.id },
  );
  return users.items[0]?.username ?? '';
}

/** The operator runs a task of scheduled work, and sees that it has moved something on. */
async function runNow(operator: Page, task: string): Promise<void> {
  await operator.goto('/#/scheduledWork');
  const heading = operator.getByRole('heading', { name: task, exact: true });
  await operator.locator('.MuiPaper-root').filter({ has: heading }).getByRole('button', { name: '现在运行一次' }).click();
  const run = operator.getByRole('row').filter({ hasText: task }).filter({ hasText: '已完成' }).first();
  await run.waitFor({ timeout: 30_000 });
  expect(Number(await run.getByRole('cell').nth(2).innerText())).toBeGreaterThan(0);
}

type Offering = {
  readonly user: string;
  readonly demandId: string;
  readonly rateBps: number;
  readonly validUntil: string;
};

/** A bank takes part with the first of its products that fits, is let into the file by the firm, and makes an offer. */
async function offerAs(ask: Ask, { user, demandId, rateBps, validUntil }: Offering): Promise<void> {
  const { marketDemand } = await ask<{ marketDemand: { fits: { productId: string; institutionId: string }[] } }>(
    user,
    'query ($id: ID!) { marketDemand(id: $id) { fits { productId institutionId } } }',
    { id: demandId },
  );
  const [fit] = marketDemand.fits;
  type Step = { id: string; version: number; productVersion?: { repaymentMethods: string[] } };
  const { grabDemand } = await ask<{ grabDemand: Step }>(
    user,
    'mutation ($demandId: ID!, $productId: ID!) { grabDemand(demandId: $demandId, productId: $productId) { id version productVersion { repaymentMethods } } }',
    { demandId, productId: fit?.productId },
  );
  const method = ['INTEREST_FIRST', 'EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'].find(each =>
    grabDemand.productVersion?.repaymentMethods.includes(each),
  );
  const step = async (verb: string, { id, version }: Step): Promise<Step> =>
    (
      await ask<Record<string, Step>>(
        user,
        `mutation ($id: ID!, $version: Int!) { ${verb}(id: $id, version: $version) { id version } }`,
        { id, version },
      )
    )[verb] as Step;
  const accepted = await step('acceptApplication', grabDemand);
  await authorise(ask, fit?.institutionId ?? '', validUntil);
  const assessed = await step('startDueDiligence', accepted);
  await ask(
    user,
    'mutation ($id: ID!, $version: Int!, $input: OfferInput!) { makeOffer(id: $id, version: $version, input: $input) { id } }',
    {
      id: assessed.id,
      version: assessed.version,
      input: {
        amountFen: 93_000_000,
        termMonths: 12,
        pricing: { kind: 'fixed', rateBps },
        repaymentMethod: method,
        dayBasis: '30/360',
        securities: [],
        validUntil,
      },
    },
  );
}

/** The firm lets a bank assess it. */
async function authorise(ask: Ask, recipientId: string, validTo: string): Promise<void> {
  const { consentTerms } = await ask<{ consentTerms: { hash: string } }>(
    'firm',
    'query ($id: ID!) { consentTerms(purpose: creditAssessment, recipientId: $id) { hash } }',
    { id: recipientId },
  );
  await ask('firm', 'mutation ($input: GrantConsentInput!) { grantConsent(input: $input) { id } }', {
    input: { recipientId, purpose: 'creditAssessment', dataClasses: ['TAX_PAID'], validTo, textHash: consentTerms.hash },
  });
}
