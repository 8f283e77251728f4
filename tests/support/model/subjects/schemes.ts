import { rowById } from '../../../../server/database/rows';
import { mayDeposit, verbsOnScheme } from '../../../../server/financing/riskSharing/access';
import { closeScheme, reopenScheme, reviseScheme } from '../../../../server/financing/riskSharing/changeScheme';
import { depositIntoPool } from '../../../../server/financing/riskSharing/depositIntoPool';
import { compensationPools, riskSharingSchemes } from '../../../../server/financing/riskSharing/tables';
import { dayOf } from '../../../../server/shared/dates';
import { at, type Stage, type Subject } from '../stage';

/** A risk-sharing scheme in the hands of its owner. */
export async function schemeSubject({ world, draw, cast }: Stage, id: string): Promise<Subject | null> {
  const scheme = await rowById(world.db.read, riskSharingSchemes, id);
  const known = cast.schemes.find(each => each.id === id);
  if (!scheme || !known) return null;
  const change = at(scheme);
  return {
    label: `scheme ${scheme.name}, ${scheme.state}`,
    offeredTo: actor => verbsOnScheme(actor, scheme),
    verbs: {
      reviseScheme: () => {
        const input = { ...known.input, overdueDays: 1 + draw.below(20) };
        return { run: context => reviseScheme(context, { ...change, input }) };
      },
      closeScheme: () => ({ run: context => closeScheme(context, change) }),
      reopenScheme: () => ({ run: context => reopenScheme(context, change) }),
    },
  };
}

/** A pool and who pays into it. */
export async function poolSubject({ world, draw }: Stage, id: string): Promise<Subject | null> {
  const pool = await rowById(world.db.read, compensationPools, id);
  if (!pool) return null;
  return {
    label: `pool ${pool.name}`,
    offeredTo: actor => (mayDeposit(actor, pool) ? ['depositIntoPool'] : []),
    verbs: {
      depositIntoPool: () => {
        const input = { amountFen: 1 + draw.below(50_000_000), bookedOn: dayOf(world.now()), note: null };
        return { run: context => depositIntoPool(context, { ...at(pool), input }) };
      },
    },
  };
}
