import { eq } from 'drizzle-orm';
import { isCollateralKind } from '../../../../server/financing/collateral/kinds';
import { collateralsOf } from '../../../../server/financing/collateral/queries';
import { verbsOnLine } from '../../../../server/financing/lines/access';
import { declineDrawdown, payDrawdown, requestDrawdown } from '../../../../server/financing/lines/drawdown';
import { closeLine, confirmLineConditions, freezeLine, releaseLine } from '../../../../server/financing/lines/manageLine';
import { viewsOf } from '../../../../server/financing/lines/queries';
import { lineReasonCodes } from '../../../../server/financing/lines/reasons';
import { creditLines } from '../../../../server/financing/lines/tables';
import { acceptedOfferOf } from '../../../../server/financing/offers/queries';
import { dayOf } from '../../../../server/shared/dates';
import { at, reasonOf, type Stage, type Subject } from '../stage';

/** A credit line: drawing from it, paying out, and what the bank does with the line itself. */
export async function lineSubject({ world, draw }: Stage, id: string): Promise<Subject | null> {
  const read = world.db.read;
  const today = dayOf(world.now());
  const [view] = await viewsOf(read, await read.select().from(creditLines).where(eq(creditLines.id, id)), today);
  const offer = await acceptedOfferOf(read, id);
  if (!view || !offer) return null;
  const { line, standing, drawdowns } = view;
  const change = at(line);
  const number = drawdowns.find(({ state }) => state === 'requested')?.number ?? 1;
  const reasoned = () => ({ ...change, ...reasonOf(draw, lineReasonCodes) });
  const kinds = offer.securities.filter(isCollateralKind);
  const [pledged = []] = kinds.length === 0 ? [] : await collateralsOf(read, [id]);
  const isPledged = kinds.every(kind => pledged.some(each => each.kind === kind && each.state === 'registered'));
  return {
    label: `line ${id.slice(-4)}, ${line.state}, ${standing.availableFen} available, ${standing.block}`,
    offeredTo: actor => verbsOnLine(actor, view),
    verbs: {
      requestDrawdown: () => {
        const amountFen = draw.chance(25)
          ? Math.max(1, standing.availableFen)
          : 1 + draw.below(Math.max(1, standing.availableFen));
        const input = { amountFen, termMonths: 1 + draw.below(offer.termMonths) };
        return { run: context => requestDrawdown(context, { ...change, input }) };
      },
      payDrawdown: () => ({
        run: context => payDrawdown(context, { ...change, number, disbursedOn: today }),
        hindrance: isPledged ? null : 'disburse.pledge',
      }),
      declineDrawdown: () => {
        const given = reasoned();
        return { run: context => declineDrawdown(context, { ...given, number }) };
      },
      freezeLine: () => {
        const given = reasoned();
        return { run: context => freezeLine(context, given) };
      },
      closeLine: () => {
        const given = reasoned();
        return { run: context => closeLine(context, given) };
      },
      releaseLine: () => ({ run: context => releaseLine(context, change) }),
      confirmLineConditions: () => ({ run: context => confirmLineConditions(context, change) }),
    },
  };
}
