import {
  aDemand,
  aLine,
  aLoan,
  aLoanProduct,
  anOffer,
  applicationNow,
  aSubmittedApplication,
  demandNow,
  offerNow,
} from '../../deals';
import type { Firm } from '../../enterprises';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** Loans of this firm and the other, one demand at two banks, and an application whose firm has since gone away. */
export async function recordsOfFinancing(people: Townspeople): Promise<TownRecord[]> {
  const { world, firm, otherFirm, formerFirm, otherBank } = people;
  const bank = { organisation: people.homes.bank, actor: people.officer('bank').actor };
  const theirs = { bank: otherBank.actor, product: await aLoanProduct(world, otherBank.actor, { name: '他行成交贷' }) };
  const ours = { bank: bank.actor, product: await aLoanProduct(world, bank.actor, { name: '本行成交贷' }) };
  const elsewhere = await aLoan(world, { ...theirs, firm: otherFirm, demand: await aDemand(world, otherFirm, noted(otherFirm)) });
  // First: a bank has one application of a firm under way at a time.
  const loan = await aLoan(world, { ...ours, firm, demand: await aDemand(world, firm) });
  const line = await aLine(world, { ...ours, firm, demand: await aDemand(world, firm) });
  const foreign = await aLine(world, { ...theirs, firm: otherFirm, demand: await aDemand(world, otherFirm) });
  const contested = await aDemand(world, firm, noted(firm));
  const rival = await anOffer(world, { ...theirs, firm, demand: contested });
  const offered = await anOffer(world, { ...ours, firm, demand: contested });
  const former = await aSubmittedApplication(world, {
    ...ours,
    firm: formerFirm,
    demand: await aDemand(world, formerFirm, noted(formerFirm)),
  });
  return [
    ...(await recordsOfLoan(people, { firm: otherFirm, bank: otherBank }, elsewhere)),
    recordOfLine({ firm: otherFirm, bank: otherBank }, foreign),
    await recordOfDemand(people, former.demandId, formerFirm, [bank]),
    await recordOfDemand(people, contested.id, firm, [bank, otherBank]),
    ...(await recordsOfOffer(people, { firm, bank: otherBank }, rival)),
    ...(await recordsOfOffer(people, { firm, bank }, offered)),
    await recordOfApplication(people, { firm: formerFirm, bank }, former.id),
    ...(await recordsOfLoan(people, { firm, bank }, loan)),
    recordOfLine({ firm, bank }, line),
  ];
}

const noteOf = ({ organisation }: Firm) => `需求说明（${organisation.name}）`;
const noted = (firm: Firm) => ({ note: noteOf(firm) });

type Sides = { readonly firm: Firm; readonly bank: SignedInOrganisation };

const both = ({ firm, bank }: Sides) => membersOf(firm.organisation, bank.organisation);
const between = ({ firm, bank }: Sides) => `of ${firm.organisation.name} with ${bank.organisation.name}`;

async function recordsOfLoan(
  people: Townspeople,
  sides: Sides,
  { id, version, applicationId, demandId }: { id: string; version: number; applicationId: string; demandId: string },
): Promise<TownRecord[]> {
  return [
    await recordOfDemand(people, demandId, sides.firm, [sides.bank]),
    ...(await recordsOfOffer(people, sides, await offerNow(people.world, applicationId, 'accepted'))),
    aTownRecord({ kind: 'transaction', name: `the loan ${between(sides)}`, id, version, isOwn: both(sides) }),
  ];
}

const recordOfLine = (sides: Sides, { id }: { readonly id: string }): TownRecord =>
  aTownRecord({ kind: 'line', name: `the line ${between(sides)}`, id, version: 1, isOwn: both(sides) });

async function recordsOfOffer(
  people: Townspeople,
  sides: Sides,
  { id, version, applicationId }: { id: string; version: number; applicationId: string },
): Promise<TownRecord[]> {
  const offer = aTownRecord({ kind: 'offer', name: `the offer ${between(sides)}`, id, version, isOwn: both(sides) });
  return [await recordOfApplication(people, sides, applicationId), offer];
}

async function recordOfApplication({ world }: Townspeople, sides: Sides, id: string): Promise<TownRecord> {
  const { version } = await applicationNow(world, id);
  return aTownRecord({ kind: 'application', name: `the application ${between(sides)}`, id, version, isOwn: both(sides) });
}

/** A demand is its firm's; a bank reads of it in the application it was sent. */
async function recordOfDemand(
  { world }: Townspeople,
  id: string,
  firm: Firm,
  banks: readonly SignedInOrganisation[],
): Promise<TownRecord> {
  const { version, note } = await demandNow(world, id);
  return aTownRecord({
    kind: 'demand',
    name: `a demand of ${firm.organisation.name}`,
    id,
    version,
    words: note === null ? [] : [note],
    isOwn: membersOf(firm.organisation),
    isNamed: membersOf(...banks.map(({ organisation }) => organisation)),
  });
}
