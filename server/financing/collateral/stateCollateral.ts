import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { conflict, notAllowed, notFound } from '../../shared/refusals';
import { canSeeApplication, partyOf } from '../applications/access';
import { lockApplication } from '../applications/moveApplication';
import { applicationWord } from '../applications/words';
import { takesCollateral } from './access';
import { collateralKinds } from './kinds';
import { type Collateral, collaterals } from './tables';
import { tellOfCollateral } from './tellOfCollateral';

export type CollateralInput = z.input<typeof shape>;

const shape = z.object({
  kind: z.enum(collateralKinds),
  name: z.string().trim().min(2).max(120),
  certificate: z.string().trim().min(2).max(80),
  statedFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
});

/**
 * The firm states what it gives as security for an application, with its certificate and what it thinks that it is worth. Refuses
 * another's application, the bank, an application that is over or paid out, and values out of bounds.
 */
export async function stateCollateral(
  context: ActorContext,
  { applicationId, input }: { readonly applicationId: string; readonly input: CollateralInput },
): Promise<Collateral> {
  const { actor, now, newId } = context;
  const stated = parseInput(shape, input);
  return context.db.write(async tx => {
    const { application } = await lockApplication(tx, applicationId);
    if (!canSeeApplication(actor, application)) throw notFound(applicationWord, applicationId);
    if (actor.role === 'auditor' || partyOf(actor, application) !== 'enterprise') throw notFirm();
    if (!takesCollateral(application.state)) throw over();
    const collateral: Collateral = {
      ...stated,
      id: newId(),
      applicationId,
      state: 'stated',
      appraiser: null,
      appraisedOn: null,
      valueFen: null,
      appraisalFeeFen: 0,
      registrationFeeFen: 0,
      registry: null,
      registrationNumber: null,
      registeredOn: null,
      releasedOn: null,
      statedAt: now,
      version: 1,
    };
    await tx.insert(collaterals).values(collateral);
    await tellOfCollateral(tx, context, application, { verb: 'stateCollateral', collateral });
    await record(tx, context, {
      verb: 'stateCollateral',
      subject: { kind: 'collateral', id: collateral.id },
      details: { applicationId, ...stated },
    });
    return collateral;
  });
}

const notFirm = () =>
  notAllowed(
    { zh: '抵质押物由提出申请的企业申报。', en: 'Collateral is stated by those who work for the firm that applied.' },
    { rule: 'applicationParty' },
  );

const over = () =>
  conflict(
    { zh: '该申请已结束或已放款，不能再申报抵质押物。', en: 'The application is over or paid out: no collateral can be added.' },
    { rule: 'collateral.over' },
  );
