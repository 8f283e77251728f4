import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { answersTo } from './items';
import { correctionsOf } from './queries';
import { corrections } from './tables';

/**
 * The firm answers every item that the bank asked for; the application goes on where it was. Refuses an answer too few, too many
 * or empty (by its place), a state in which nothing is asked, another's application, and a stale version.
 */
export const answerCorrection = (
  context: ActorContext,
  { answers: given, ...change }: ApplicationChange & { readonly answers: readonly string[] },
): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'answerCorrection' });
    const [asked = []] = await correctionsOf(tx, [change.id]);
    const open = asked.find(({ answeredAt }) => answeredAt === null);
    const moved = await moveApplication(tx, context, locked, {
      verb: 'answerCorrection',
      details: open && { correctionId: open.id, number: open.number },
    });
    if (!open) throw new Error(`an application that waits for corrections nobody asked for: ${change.id}`);
    const answers = answersTo(open.items, given);
    await tx.update(corrections).set({ answers, answeredAt: context.now }).where(eq(corrections.id, open.id));
    return moved;
  });
