import { registerInsuranceContract } from '../../../../server/oversight/insurance/registerInsuranceContract';
import { reportMonth } from '../../../../server/oversight/reports/reportMonth';
import { calendarDate } from '../../../../server/shared/dates';
import type { Firm } from '../../enterprises';
import { aPublished } from '../../products';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';
import { insurance } from './products';

/** What banks reported of a month, and a contract of each insurer. */
export async function recordsOfOversight(people: Townspeople): Promise<TownRecord[]> {
  const { homes, formerFirm, otherFirm, otherBank, otherInsurer } = people;
  const bank = { organisation: homes.bank, actor: people.officer('bank').actor };
  const insurer = { organisation: homes.insurer, actor: people.officer('insurer').actor };
  return [
    await reportOf(people, otherBank),
    await contractOf(people, otherInsurer, otherFirm),
    await reportOf(people, bank),
    await contractOf(people, insurer, formerFirm),
  ];
}

async function reportOf({ world }: Townspeople, { organisation, actor }: SignedInOrganisation): Promise<TownRecord> {
  const { id, version } = await reportMonth(world.contextFor(actor), {
    month: '2026-10',
    depositsFen: 100_000_000_000,
    loansFen: 80_000_000_000,
    newLoansFen: 1_000_000_000,
    newLoansWeightedRateFenBps: 400_000_000_000,
    directFinancingFen: 0,
  });
  const name = `what ${organisation.name} reported`;
  return aTownRecord({ kind: 'institutionReport', name, id, version, isOwn: membersOf(organisation) });
}

async function contractOf(
  { world }: Townspeople,
  { organisation, actor }: SignedInOrganisation,
  firm: Firm,
): Promise<TownRecord> {
  const product = await aPublished(world, actor, insurance(`${organisation.name}的保证保险`));
  const number = `保单（${organisation.name}）`;
  const { id } = await registerInsuranceContract(world.contextFor(actor), {
    productId: product.id,
    uscc: firm.organisation.uscc ?? '',
    number,
    coverFen: 50_000_000,
    premiumFen: 500_000,
    startsOn: calendarDate('2026-01-01'),
    endsOn: calendarDate('2026-12-31'),
  });
  const name = `the contract of ${organisation.name}`;
  return aTownRecord({ kind: 'insuranceContract', name, id, words: [number], isOwn: membersOf(organisation) });
}
