import { publishPolicy } from '../../../../server/policies/publishPolicy';
import { policyInput } from '../../policies';
import { aTownRecord, everybody, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A policy of this department's and one of the other's, which everybody may read. */
export async function recordsOfPolicies({ world, homes, officer, otherDepartment }: Townspeople): Promise<TownRecord[]> {
  const departments = [{ organisation: homes.department, actor: officer('department').actor }, otherDepartment];
  const records: TownRecord[] = [];
  for (const { organisation, actor } of departments) {
    const { id } = await publishPolicy(world.contextFor(actor), policyInput({ name: `${organisation.name}的贴息` }));
    records.push(
      aTownRecord({
        kind: 'supportPolicy',
        name: `the policy of ${organisation.name}`,
        id,
        isOwn: membersOf(organisation),
        isKnown: caller => caller.actor !== null && everybody(caller),
      }),
    );
  }
  return records;
}
