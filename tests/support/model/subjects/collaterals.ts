import { eq } from 'drizzle-orm';
import { applications } from '../../../../server/financing/applications/tables';
import { verbsOnCollateral } from '../../../../server/financing/collateral/access';
import {
  agreeCollateralValue,
  appraiseCollateral,
  registerPledge,
  releaseCollateral,
} from '../../../../server/financing/collateral/changeCollateral';
import { loanStateOf } from '../../../../server/financing/collateral/queries';
import { collaterals } from '../../../../server/financing/collateral/tables';
import { dayOf } from '../../../../server/shared/dates';
import { at, type Stage, type Subject } from '../stage';

/** What a firm gives as security, from its statement to its release. */
export async function collateralSubject({ world }: Stage, id: string): Promise<Subject | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const [found] = await read
    .select({ collateral: collaterals, application: applications })
    .from(collaterals)
    .innerJoin(applications, eq(applications.id, collaterals.applicationId))
    .where(eq(collaterals.id, id));
  if (!found) return null;
  const { collateral, application } = found;
  const standing = { application, loan: await loanStateOf(read, application.id) };
  const change = at(collateral);
  const appraisal = { appraiser: '德阳资产评估事务所', appraisedOn: today, valueFen: 120_000_000, feeFen: 0 };
  const registration = { registry: '登记机构', registrationNumber: 'D-1', registeredOn: today, feeFen: 0 };
  return {
    label: `collateral ${id.slice(-4)}, ${collateral.state}, of an application ${application.state}`,
    offeredTo: actor => verbsOnCollateral(actor, standing, collateral),
    verbs: {
      appraiseCollateral: () => ({ run: context => appraiseCollateral(context, { ...change, input: appraisal }) }),
      agreeCollateralValue: () => ({ run: context => agreeCollateralValue(context, change) }),
      registerPledge: () => ({ run: context => registerPledge(context, { ...change, input: registration }) }),
      releaseCollateral: () => ({ run: context => releaseCollateral(context, change) }),
    },
  };
}
