import { eq } from 'drizzle-orm';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import { rowById } from '../database/rows';
import { conflict, notAllowed, notFound, staleVersion } from '../shared/refusals';
import { isOfDepartment } from './access';
import { type SupportPolicy, supportPolicies } from './tables';
import { policyWord } from './words';

export type EndPolicyInput = { readonly id: string; readonly version: number };

/**
 * The department ends its policy: offers made from now on no longer count on it. Refuses another department's, a stale version,
 * and one that has ended.
 */
export async function endPolicy(context: ActorContext, { id, version }: EndPolicyInput): Promise<SupportPolicy> {
  return context.db.write(async tx => {
    const policy = await rowById(tx, supportPolicies, id);
    if (!policy) throw notFound(policyWord, id);
    if (!isOfDepartment(context.actor, policy)) throw anothers();
    if (policy.version !== version) throw staleVersion(policyWord, version, policy.version);
    if (policy.endedAt !== null) throw ended();
    const changed: SupportPolicy = { ...policy, endedAt: context.now, version: version + 1 };
    await tx.update(supportPolicies).set(changed).where(eq(supportPolicies.id, id));
    await record(tx, context, {
      verb: 'endSupportPolicy',
      subject: { kind: 'supportPolicy', id },
      details: { name: policy.name },
    });
    return changed;
  });
}

const anothers = () =>
  notAllowed(
    { zh: '只有发布这项政策的部门可以终止它。', en: 'Only the department that published a policy may end it.' },
    { rule: 'supportPolicy.department' },
  );

const ended = () => conflict({ zh: '这项政策已经终止。', en: 'This policy has ended already.' }, { rule: 'supportPolicy.ended' });
