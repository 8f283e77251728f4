import { eq } from 'drizzle-orm';
import { createWhiteList } from '../../../../server/financing/whiteLists/createWhiteList';
import { whiteListEntries } from '../../../../server/financing/whiteLists/tables';
import type { Actor } from '../../../../server/shared/actor';
import { calendarDate } from '../../../../server/shared/dates';
import type { Firm } from '../../enterprises';
import { anyOf, aTownRecord, membersOf, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** A list of this department's pushed to this bank, and one of the other department's pushed to the other bank. */
export async function recordsOfWhiteLists(people: Townspeople): Promise<TownRecord[]> {
  const bank = { organisation: people.homes.bank, actor: people.officer('bank').actor };
  const department = { organisation: people.homes.department, actor: people.officer('department').actor };
  return [
    ...(await recordsOfList(people, { department: people.otherDepartment, bank: people.otherBank, firm: people.otherFirm })),
    ...(await recordsOfList(people, { department, bank, firm: people.firm })),
  ];
}

type Parties = { readonly department: SignedInOrganisation; readonly bank: SignedInOrganisation; readonly firm: Firm };

async function recordsOfList({ world }: Townspeople, { department, bank, firm }: Parties): Promise<TownRecord[]> {
  const name = `${department.organisation.name}的名单`;
  const list = await createWhiteList(world.contextFor(department.actor satisfies Actor), {
    name,
    purpose: '融资对接',
    validUntil: calendarDate('2027-06-30'),
    institutionIds: [bank.organisation.id],
    codes: [firm.organisation.uscc ?? ''],
  });
  const [entry] = await world.db.read.select().from(whiteListEntries).where(eq(whiteListEntries.listId, list.id));
  const isKnown = membersOf(department.organisation, bank.organisation);
  const isFirms = membersOf(firm.organisation);
  return [
    aTownRecord({ kind: 'whiteList', name, id: list.id, isKnown, isNamed: isFirms }),
    aTownRecord({
      kind: 'whiteListEntry',
      name: `the firm on ${name}`,
      id: entry?.id ?? '',
      isOwn: anyOf(isFirms, membersOf(bank.organisation)),
      isNamed: membersOf(department.organisation),
    }),
  ];
}
