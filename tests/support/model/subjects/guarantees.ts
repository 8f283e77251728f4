import { rowById } from '../../../../server/database/rows';
import { reasonCodes } from '../../../../server/financing/applications/reasons';
import { mayClaim, verbsOnCompensation } from '../../../../server/financing/compensations/access';
import { claimCompensation } from '../../../../server/financing/compensations/claimCompensation';
import { payCompensation } from '../../../../server/financing/compensations/payCompensation';
import { partsOf, pastDueOf } from '../../../../server/financing/compensations/queries';
import { recordRecovery } from '../../../../server/financing/compensations/recordRecovery';
import { compensations } from '../../../../server/financing/compensations/tables';
import { verbsOnGuarantee } from '../../../../server/financing/guarantees/access';
import { limitsFor } from '../../../../server/financing/guarantees/checkLimits';
import { approveGuarantee, rejectGuarantee } from '../../../../server/financing/guarantees/decideGuarantee';
import { type GuaranteeView, guaranteesOf } from '../../../../server/financing/guarantees/queries';
import { standingOf } from '../../../../server/financing/riskSharing/standing';
import { dayOf } from '../../../../server/shared/dates';
import { at, reasonOf, type Stage, type Subject } from '../stage';

/** A guarantee: who decides on it, and the bank that claims under it. */
export async function guaranteeSubject(stage: Stage, id: string): Promise<Subject | null> {
  const { world, draw } = stage;
  const read = world.db.read;
  const today = dayOf(world.now());
  const [view] = await guaranteesOf(read, [id]);
  if (!view) return null;
  const overdueDays = view.loan === null ? 0 : await pastDueOf(read, view.loan, today);
  const change = at(view.guarantee);
  return {
    label: `guarantee ${id.slice(-4)}, ${view.state}, ${overdueDays} days past due`,
    offeredTo: actor => [
      ...verbsOnGuarantee(actor, view.state, view.decisions),
      ...(mayClaim(actor, view, overdueDays) ? ['claimCompensation'] : []),
    ],
    verbs: {
      approveGuarantee: async () => ({
        run: context => approveGuarantee(context, { ...change, affiliates: [] }),
        hindrance: await whyNotApproved(stage, view),
      }),
      rejectGuarantee: () => {
        const reason = reasonOf(draw, reasonCodes);
        return { run: context => rejectGuarantee(context, { ...change, ...reason }) };
      },
      claimCompensation: () => ({ run: context => claimCompensation(context, change) }),
    },
  };
}

/** A scheme at its stop, or a guarantor at its limit. */
async function whyNotApproved({ world }: Stage, { version, decisions, guarantee }: GuaranteeView): Promise<string | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  if ((await standingOf(read, version.scheme, today)).isStopped) return 'scheme.stopped';
  const { enterpriseId } = guarantee;
  for (const decision of decisions) {
    const findings = await limitsFor(read, { decision, enterpriseId, affiliateIds: [], today });
    const passed = findings?.find(({ isWithin }) => !isWithin);
    if (passed) return `limit.${passed.limit}`;
  }
  return null;
}

/** What was claimed and paid under a guarantee, and what comes back of it. */
export async function compensationSubject({ world, draw }: Stage, id: string): Promise<Subject | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const compensation = await rowById(read, compensations, id);
  const [view] = compensation ? await guaranteesOf(read, [compensation.guaranteeId]) : [];
  if (!compensation || !view) return null;
  const parts = await partsOf(read, id);
  const openFen = parts.reduce((sum, { paidFen, recoveredFen }) => sum + paidFen - recoveredFen, 0);
  const change = at(compensation);
  return {
    label: `compensation ${id.slice(-4)}, ${compensation.state}, ${openFen} open`,
    offeredTo: actor => verbsOnCompensation(actor, view, compensation, openFen),
    verbs: {
      payCompensation: () => ({ run: context => payCompensation(context, change) }),
      recordRecovery: () => {
        if (compensation.state === 'paid' && openFen === 0) return null;
        const amountFen = openFen > 1 && draw.chance(70) ? 1 + draw.below(openFen) : Math.max(1, openFen);
        return { run: context => recordRecovery(context, { ...change, input: { amountFen, recoveredOn: today } }) };
      },
    },
  };
}
