import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import type { GuaranteeView } from '../guarantees/queries';
import { standingOf } from '../riskSharing/standing';

/**
 * Does `work` to a scheme's figures. Where they reach a stop by it, or come below it again, the audit chain keeps that and every
 * party of the scheme on the platform is told, whoever did the work among them: it concerns new business, not this step.
 */
export async function watchingStops<Result>(
  tx: Tx,
  context: ActorContext,
  { version: { scheme, parties } }: GuaranteeView,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await standingOf(tx, scheme, context.today);
  const result = await work();
  const after = await standingOf(tx, scheme, context.today);
  if (before.isStopped === after.isStopped) return result;
  const verb = after.isStopped ? 'suspendScheme' : 'resumeScheme';
  await record(tx, context, { verb, subject: { kind: 'scheme', id: scheme.id }, details: { stops: after.stops } });
  const recipients = new Set([scheme.ownerId, ...parties.flatMap(({ organisationId }) => organisationId ?? [])]);
  await send(
    tx,
    context,
    [...recipients].flatMap(recipientId =>
      steps[verb].map(kind => ({
        recipientId,
        kind,
        occasion: context.newId(),
        payload: { schemeId: scheme.id, scheme: scheme.name, isStopped: after.isStopped },
      })),
    ),
  );
  return result;
}
