import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { type LineChange, moveLine, noteLineStep, takeLine } from './changeLine';
import type { LineView } from './queries';
import { checkLineReason, type GivenLineReason } from './reasons';
import { type CreditLine, creditLines } from './tables';

/** The bank freezes a line, for a coded reason that the firm reads: nothing can be drawn until it is released. Refuses a missing reason and what `takeLine` refuses. */
export async function freezeLine(
  context: ActorContext,
  { reasonCode, reasonText, ...change }: LineChange & GivenLineReason,
): Promise<CreditLine> {
  return moveLine(context, change, { verb: 'freeze', reason: checkLineReason({ reasonCode, reasonText }) });
}

/** The bank lets a frozen line be drawn again. Refuses what `takeLine` refuses. */
export const releaseLine = (context: ActorContext, change: LineChange): Promise<CreditLine> =>
  moveLine(context, change, { verb: 'release' });

/** The bank ends a line, for a coded reason; its loans run on. Refuses a missing reason, a drawdown that waits, and what `takeLine` refuses. */
export async function closeLine(
  context: ActorContext,
  { reasonCode, reasonText, ...change }: LineChange & GivenLineReason,
): Promise<CreditLine> {
  return moveLine(context, change, { verb: 'close', reason: checkLineReason({ reasonCode, reasonText }) }, checkNothingWaits);
}

function checkNothingWaits({ drawdowns }: LineView): void {
  if (drawdowns.some(({ state }) => state === 'requested'))
    throw conflict(
      { zh: '还有提款申请没有答复，请先发放或拒绝。', en: 'A drawdown waits for an answer: pay or decline it first.' },
      { rule: 'line.drawdownWaits' },
    );
}

/** The bank confirms that what a line asked for before its first drawdown is met. Refuses a line that asks for nothing any more and what `takeLine` refuses. */
export const confirmLineConditions = (context: ActorContext, change: LineChange): Promise<CreditLine> =>
  context.db.write(async tx => {
    const view = await takeLine(tx, context, change, 'confirmConditions');
    const { conditions, conditionsMetAt } = view.line;
    if (conditions === null || conditionsMetAt !== null)
      throw conflict(
        { zh: '这个额度没有待确认的提款条件。', en: 'This line has no condition left to confirm.' },
        { rule: 'line.noConditions' },
      );
    await tx.update(creditLines).set({ conditionsMetAt: context.now }).where(eq(creditLines.id, change.id));
    await noteLineStep(tx, context, view, { verb: 'confirmConditions' });
    return { ...view.line, conditionsMetAt: context.now };
  });
