import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '../../server/shared/dates';
import { demandInput } from '../support/deals';

/** Asks the platform with the session of one side. */
export type Ask = (
  token: string,
  query: string,
  variables: Record<string, unknown>,
) => Promise<{ readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string }[] }>;

/** A firm and its bank, by their sessions, and the product that the deal is about. */
export type Dealing = {
  readonly firm: string;
  readonly bank: string;
  readonly productId: string;
  readonly productVersionId: string;
  readonly today: CalendarDate;
};

type Moved = { readonly id: string; readonly version: number };

/** How an idempotency key of the benchmark begins. */
export const keyPrefix = 'bench-';

/** The whole course of a deal, as the pages take it: ten requests, five of either side. */
export async function deal(ask: Ask, { firm, bank, productId, productVersionId, today }: Dealing): Promise<void> {
  const demand = await run<Moved>(firm, open, { input: demandInput(), key: keyPrefix + randomUUID() });
  const input = { demandId: demand.id, productId, productVersionId };
  const submitted = await run<Moved>(firm, submit, { input, key: keyPrefix + randomUUID() });
  const accepted = await run<Moved>(bank, accept, at(submitted));
  const assessed = await run<Moved>(bank, assess, at(accepted));
  const terms = { ...offer, validUntil: addDays(today, 30) };
  const made = await run<Moved & { annualisedRateBps: number }>(bank, offering, { ...at(assessed), input: terms });
  const taken = await run<{ application: Moved }>(firm, take, at(made));
  const approved = await run<Moved>(bank, approve, at(taken.application));
  const contract = { number: '借字2026第000001号', annualisedRateBps: made.annualisedRateBps };
  const issued = await run<Moved>(bank, issue, { ...at(approved), input: contract });
  const signed = await run<Moved>(firm, sign, at(issued));
  await run(bank, pay, { ...at(signed), disbursedOn: today });

  async function run<Answer>(token: string, query: string, variables: Record<string, unknown>): Promise<Answer> {
    const { data } = await ask(token, query, variables);
    const [answer] = Object.values(data ?? {});
    if (!answer) throw new Error(`no answer to ${query}`);
    return answer as Answer;
  }
}

const at = ({ id, version }: Moved) => ({ id, version });

const offer = {
  amountFen: 100_000_000,
  termMonths: 12,
  pricing: { kind: 'fixed', rateBps: 435 },
  repaymentMethod: 'EQUAL_INSTALLMENT',
  dayBasis: '30/360',
  securities: [],
  fees: [{ kind: 'processing', chargedBy: 'institution', paidBy: 'enterprise', timing: 'once', rateBps: 100 }],
};

const moving = (name: string, answer = 'id version state') =>
  `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ${answer} } }`;
const open =
  'mutation ($input: DemandInput!, $key: String!) { openDemand(input: $input, idempotencyKey: $key) { id version state } }';
const submit =
  'mutation ($input: ApplicationInput!, $key: String!) { submitApplication(input: $input, idempotencyKey: $key) { id version state } }';
const accept = moving('acceptApplication');
const assess = moving('startDueDiligence');
const offering = `mutation ($id: ID!, $version: Int!, $input: OfferInput!) {
  makeOffer(id: $id, version: $version, input: $input) { id version annualisedRateBps }
}`;
const take = moving('acceptOffer', 'id application { id version state }');
const approve = moving('approveApplication');
const issue = `mutation ($id: ID!, $version: Int!, $input: ContractInput!) {
  issueContract(id: $id, version: $version, input: $input) { id version state }
}`;
const sign = moving('signContract');
const pay = `mutation ($id: ID!, $version: Int!, $disbursedOn: CalendarDate!) {
  disburse(id: $id, version: $version, disbursedOn: $disbursedOn) { id version state }
}`;
