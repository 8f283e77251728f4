import { aRecord, keep } from '../../enterprises';
import { anOrganisation, aUser } from '../../identity';
import { importedFile, outputCsv } from '../../imports';
import type { Caller } from '../callers';
import { anyOf, aTownRecord, every, everybody, membersOf, nobody, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** Organisations, the firms among them with something in their files, and users. */
export async function recordsOfParties(people: Townspeople): Promise<TownRecord[]> {
  await fillFiles(people);
  return [...(await organisationRecords(people)), ...firmRecords(people), ...(await userRecords(people))];
}

/** A month of records and an invoice of each firm, with words by which they are known again. */
async function fillFiles({ world, firm, otherFirm, formerFirm }: Townspeople): Promise<void> {
  const firms = [firm, otherFirm, formerFirm];
  await keep(
    world,
    firms.map(each => aRecord(each, { source: sourceOf(each.organisation) })),
  );
  const rows = firms.map(
    ({ organisation }, place) => `E90${place + 1},${place + 1},2026/1/5,${customerOf(organisation)},100.00,13.00,113.00,有效发票`,
  );
  await importedFile(world, { kind: 'invoices', content: outputCsv(...rows) });
}

type Named = { readonly name: string };
const sourceOf = ({ name }: Named) => `来源（${name}）`;
const customerOf = ({ name }: Named) => `客户（${name}）`;

async function organisationRecords(people: Townspeople): Promise<TownRecord[]> {
  const { world, homes, otherBank, otherInsurer, otherDepartment, unconfirmed } = people;
  const suspended = await anOrganisation(world, { kind: 'bank', name: '罗江停业行', status: 'suspended' });
  const rejected = await anOrganisation(world, { kind: 'enterprise', name: '中江被拒企', status: 'rejected' });
  const institutions = [otherBank, otherInsurer, otherDepartment].map(each => each.organisation);
  const atWork = [...institutions, ...Object.values(homes).filter(({ kind }) => kind !== 'enterprise')];
  return [
    ...[suspended, rejected, unconfirmed.organisation].map(organisation =>
      aTownRecord({
        kind: 'organisation',
        name: `${organisation.name}, which is ${organisation.status}`,
        id: organisation.id,
        words: [organisation.name],
        isKnown: anyOf(every('operator'), membersOf(organisation)),
      }),
    ),
    ...atWork.map(({ id, name }) => aTownRecord({ kind: 'organisation', name, id, isKnown: everybody })),
    ...atWork
      .filter(({ kind }) => ['bank', 'guarantor', 'insurer'].includes(kind))
      .map(({ id, name }) => aTownRecord({ kind: 'recipient', name, id, isOwn: everybody })),
    ...[people.otherFirm.organisation, suspended, rejected].map(({ id, name }) =>
      aTownRecord({ kind: 'recipient', name: `${name} as a recipient`, id }),
    ),
  ];
}

/** A firm is an organisation to itself and the operator, an enterprise also to those whose consent from it is in force. */
function firmRecords({ homes, firm, otherFirm, formerFirm }: Townspeople): TownRecord[] {
  const { bank, guarantor, insurer, department } = homes;
  const firms = [
    { ...otherFirm, isKnown: nobody, isNamed: nobody },
    // Its former consent is the bank's to keep, and its contract the insurer's: both name it.
    { ...formerFirm, isKnown: nobody, isNamed: membersOf(bank, insurer) },
    // It objects to a record that the department provided, and is on its white list.
    { ...firm, isKnown: membersOf(bank, guarantor, insurer), isNamed: membersOf(department) },
  ];
  return firms.flatMap(({ id, organisation, isKnown, isNamed }) => {
    const { name, uscc } = organisation;
    const isOwn = membersOf(organisation);
    const isKnownAsOrganisation = anyOf(isOwn, every('operator'));
    return [
      aTownRecord({
        kind: 'enterprise',
        name,
        id,
        words: [name, uscc ?? name, sourceOf(organisation), customerOf(organisation)],
        isOwn,
        isKnown: anyOf(isKnownAsOrganisation, isKnown),
        isNamed,
      }),
      aTownRecord({ kind: 'organisation', name, id, isKnown: isKnownAsOrganisation }),
    ];
  });
}

async function userRecords(people: Townspeople): Promise<TownRecord[]> {
  const { world, members, otherBank, otherFirm, unconfirmed } = people;
  const administrator = await aUser(world, otherBank.organisation, { role: 'administrator', username: 'rival-administrator' });
  const users = [
    { id: administrator.id, username: administrator.username, organisation: otherBank.organisation, role: administrator.role },
    ...[otherBank, otherFirm, unconfirmed].map(({ organisation, actor }) => ({
      id: actor.userId,
      username: actor.username,
      organisation,
      role: actor.role,
    })),
    ...members.map(({ actor }) => ({
      id: actor.userId,
      username: actor.username,
      organisation: people.homes[actor.organisationKind],
      role: actor.role,
    })),
  ];
  return users.map(({ id, username, organisation, role }) => {
    const isColleague = membersOf(organisation);
    const isOperator = every('operator');
    const isSelf = ({ actor }: Caller) => actor?.userId === id;
    const reads = (caller: Caller) => caller.actor?.role !== 'officer' && (isColleague(caller) || isOperator(caller));
    return aTownRecord({
      kind: 'user',
      name: username,
      id,
      words: [username],
      isOwn: caller =>
        caller.actor?.role === 'administrator' && (isColleague(caller) || (isOperator(caller) && role === 'administrator')),
      isKnown: anyOf(isSelf, reads),
      // Colleagues read in the audit chain who did what; the operator sees who claims a firm.
      isNamed: anyOf(isColleague, isOperator),
    });
  });
}
