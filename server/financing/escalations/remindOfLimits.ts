import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import type { Clock } from '../clock/clock';
import { answeringStates } from '../clock/limits';
import { noteOf, occasionOf, onTheClock, type Watched, watchedIn } from './watched';

/** An offer names its last day weeks ahead: its firm is reminded this many working days before. */
const offerDays = 3;
/** From this limit on the reminder comes on the working day before; a shorter one leaves its own day. */
const longLimitDays = 3;

const isNear = ({ isOverdue, leftDays, limitDays }: Clock): boolean =>
  !isOverdue && leftDays <= (limitDays === null ? offerDays : limitDays >= longLimitDays ? 1 : 0);

/**
 * Reminds whoever is on the clock of an application that its day is near: a working day before, on the day itself where the limit
 * is of a day or two. Answers how many reminders went out; may be repeated, each comes once.
 */
export async function remindOfLimits(context: ActorContext): Promise<number> {
  const { db, today, actor } = context;
  const near = (await watchedIn(db.read, [...answeringStates, 'actionRequired', 'offered'], today)).filter(({ clock }) =>
    isNear(clock),
  );
  if (near.length === 0) return 0;
  return db.write(async tx => {
    let reminded = 0;
    for (const watched of near) reminded += await remind(tx, context, watched);
    const subject = { kind: 'organisation' as const, id: actor.organisationId };
    if (reminded > 0) await record(tx, context, { verb: 'remindOfLimits', subject, details: { reminded } });
    return reminded;
  });
}

async function remind(tx: Tx, context: ActorContext, watched: Watched): Promise<number> {
  const to = watched.clock.party === 'enterprise' ? 'firm' : 'party';
  let reminded = 0;
  for (const recipientId of await onTheClock(tx, watched)) {
    const note = await noteOf(tx, watched, recipientId);
    const letters = steps.remindOfLimits.map(kind => ({
      recipientId,
      kind,
      occasion: occasionOf(watched),
      payload: { ...note, to } as const,
    }));
    reminded += await send(tx, context, letters);
  }
  return reminded;
}
