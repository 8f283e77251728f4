import { and, eq, inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { inForceOn } from '../consents/queries';
import { consents } from '../consents/tables';
import { dataClassOf } from '../dataClasses';
import { canSeeObjection } from './access';
import type { DataObjection } from './tables';

/**
 * Tells of an objection: those who examine it that it was raised or taken back; the firm what it came to, and with it every
 * organisation that may read the class today, since what it read before has changed.
 */
export async function tellOfObjection(
  tx: Tx,
  context: ActorContext,
  verb: 'raiseObjection' | 'answerObjection' | 'withdrawObjection',
  objection: DataObjection,
): Promise<void> {
  const { id: objectionId, enterpriseId, dataClass, state, dueOn, answer, version } = objection;
  const parties = await tx
    .select()
    .from(organisations)
    .where(and(inArray(organisations.kind, ['operator', 'department']), eq(organisations.status, 'active')));
  const firm = await rowById(tx, organisations, enterpriseId);
  if (!firm) throw new RangeError(`the firm ${enterpriseId} of the objection ${objectionId} is not there`);
  const examiners = parties.filter(party => canSeeObjection(party, objection, firm)).map(({ id }) => id);
  const told = {
    objectionId,
    enterpriseId,
    firm: firm.name,
    dataClass: dataClassOf(dataClass).name,
    state,
    dueOn,
    answer,
  };
  const recipients = {
    objectionRaised: examiners,
    objectionWithdrawn: examiners,
    objectionAnswered: [enterpriseId],
    recordCorrected: state === 'corrected' ? await readersOf(tx, context, objection) : [],
  };
  const occasion = `${objectionId}/${version}`;
  const letters = steps[verb].flatMap(kind =>
    recipients[kind]
      .filter(recipientId => recipientId !== context.actor.organisationId)
      .map(recipientId => ({ recipientId, kind, occasion, payload: told })),
  );
  await send(tx, context, letters);
}

async function readersOf(tx: Tx, { today }: ActorContext, { enterpriseId, dataClass }: DataObjection): Promise<string[]> {
  const given = await tx
    .select({ recipientId: consents.recipientId, dataClasses: consents.dataClasses, purpose: consents.purpose })
    .from(consents)
    .where(and(eq(consents.enterpriseId, enterpriseId), inForceOn(today)));
  const reading = given.filter(
    ({ dataClasses, purpose }) => purpose !== 'matching' && dataClasses.some(code => code === dataClass),
  );
  return [...new Set(reading.map(({ recipientId }) => recipientId))];
}
