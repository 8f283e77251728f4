import { raiseObjection } from '../../../../server/enterprises/objections/raiseObjection';
import { aCreditRecord, type Firm } from '../../enterprises';
import { anyOf, aTownRecord, every, everybody, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A record of each firm that nobody objects to, and one that it does: this firm's of social insurance, the other's of a penalty. */
export async function recordsOfObjections(people: Townspeople): Promise<TownRecord[]> {
  const { firm, otherFirm, homes } = people;
  return [
    ...(await recordsOfFirm(people, otherFirm, 'ADMIN_PENALTY', { examiners: [], readers: [] })),
    ...(await recordsOfFirm(people, firm, 'SOCIAL_INSURANCE', {
      examiners: [homes.department],
      // Whom it lets read the record reads that it is disputed, and why.
      readers: [homes.bank, homes.guarantor, homes.insurer],
    })),
  ];
}

const statementOf = ({ organisation }: Firm) => `此条记录有误（${organisation.name}）`;

async function recordsOfFirm(
  { world }: Townspeople,
  firm: Firm,
  dataClass: 'ADMIN_PENALTY' | 'SOCIAL_INSURANCE',
  { examiners, readers }: Readonly<Record<'examiners' | 'readers', readonly { readonly id: string }[]>>,
): Promise<TownRecord[]> {
  const record = await aCreditRecord(world, firm, { dataClass });
  const disputed = await aCreditRecord(world, firm, { dataClass });
  const { id, version } = await raiseObjection(world.contextFor(firm.actor), {
    recordId: String(disputed.seq),
    statement: statementOf(firm),
  });
  return [
    aTownRecord({
      kind: 'creditRecord',
      name: `a record of ${firm.organisation.name}`,
      id: String(record.seq),
      isOwn: membersOf(firm.organisation),
      // A number tells nobody anything.
      isNamed: everybody,
    }),
    aTownRecord({
      kind: 'objection',
      name: `the objection of ${firm.organisation.name}`,
      id,
      version,
      isOwn: membersOf(firm.organisation, ...examiners),
      isKnown: anyOf(membersOf(firm.organisation, ...examiners), every('operator')),
      isNamed: membersOf(...readers),
      words: [statementOf(firm)],
    }),
  ];
}
