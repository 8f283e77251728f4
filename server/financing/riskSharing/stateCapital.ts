import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { notAllowed } from '../../shared/refusals';
import { type GuarantorCapital, guarantorCapitals } from './tables';

export type CapitalInput = z.input<typeof shape>;

const shape = z.object({
  asOf: z.string().transform((text, issue) => {
    const day = parseCalendarDate(text);
    if (day !== null) return day;
    issue.addIssue({ code: 'custom', ...says('asOf.form', '截至日期应为存在的日期。', 'The as-of day must exist.') });
    return z.NEVER;
  }),
  netAssetsFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  outsideLiabilityFen: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  isSmallAndFarm: z.boolean(),
});

/**
 * A guarantor states its net assets and its liability outside the platform as of a day: from then on its limits are reckoned from
 * them. Refuses whoever is no guarantor, and a day that does not exist.
 */
export async function stateCapital(context: ActorContext, input: CapitalInput): Promise<GuarantorCapital> {
  const stated = parseInput(shape, input);
  const { actor, now, newId } = context;
  if (actor.organisationKind !== 'guarantor' || actor.role === 'auditor')
    throw notAllowed(
      { zh: '由担保机构填报本机构的净资产。', en: 'A guarantor states its own net assets.' },
      { rule: 'capital.guarantor' },
    );
  return context.db.write(async tx => {
    const capital: GuarantorCapital = { ...stated, id: newId(), guarantorId: actor.organisationId, recordedAt: now };
    await tx.insert(guarantorCapitals).values(capital);
    await record(tx, context, {
      verb: 'stateCapital',
      subject: { kind: 'organisation', id: actor.organisationId },
      details: { ...stated },
    });
    return capital;
  });
}
