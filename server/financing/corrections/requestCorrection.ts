import type { ActorContext } from '../../context';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { type CorrectionInput, noteFor, readCorrection } from './items';
import { correctionsOf } from './queries';
import { corrections } from './tables';

/**
 * The bank asks the firm for everything that is missing, in one list; the application waits for the firm. Refuses an empty
 * list, an item that says nothing or is of no known kind, a second list without a note that says why, a state in which nothing
 * is looked into, another's application, and a stale version.
 */
export async function requestCorrection(
  context: ActorContext,
  { input, ...change }: ApplicationChange & { readonly input: CorrectionInput },
): Promise<Application> {
  const { items, note: given } = readCorrection(input);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'requestCorrection' });
    const [asked = []] = await correctionsOf(tx, [change.id]);
    const number = asked.length + 1;
    const note = noteFor(number, given);
    const correctionId = context.newId();
    const moved = await moveApplication(tx, context, locked, {
      verb: 'requestCorrection',
      reason: note,
      details: { correctionId, number, items: items.length },
    });
    await tx.insert(corrections).values({
      id: correctionId,
      applicationId: change.id,
      number,
      items,
      note,
      askedAt: context.now,
      answers: null,
      answeredAt: null,
    });
    return moved;
  });
}
