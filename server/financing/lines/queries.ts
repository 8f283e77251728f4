import { asc, desc, eq, inArray, or } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { rowsBy } from '../../database/rows';
import { selectPage } from '../../database/select';
import { organisations } from '../../identity/tables';
import { products } from '../../products/tables';
import type { CalendarDate } from '../../shared/dates';
import type { ListRequest, Page } from '../../shared/list';
import { notFound } from '../../shared/refusals';
import { applications } from '../applications/tables';
import { withBalances } from '../deals/queries';
import { matchedTransactions } from '../deals/tables';
import { linePartyOf } from './access';
import { type LineStanding, lineStandingOf } from './standing';
import { type CreditLine, creditLines, type Drawdown, drawdowns } from './tables';
import { lineWord } from './words';

/** A line as it stands today, with everything that was asked of it. */
export type LineView = {
  readonly line: CreditLine;
  readonly standing: LineStanding;
  readonly drawdowns: readonly Drawdown[];
  readonly productVersionId: string;
};

/** The lines that the actor's organisation gave or was given, newest first. */
export async function listLines({ db, actor, today }: ActorContext, list: ListRequest): Promise<Page<LineView>> {
  const { items, total } = await selectPage(db.read, creditLines, {
    list,
    where: or(eq(creditLines.enterpriseId, actor.organisationId), eq(creditLines.institutionId, actor.organisationId)),
    sorts: { openedAt: creditLines.openedAt, limitFen: creditLines.limitFen, validUntil: creditLines.validUntil },
    defaultSort: [desc(creditLines.openedAt)],
  });
  return { items: await viewsOf(db.read, items, today), total };
}

/** One line that the actor's organisation gave or was given; any other is not found. */
export async function lineById({ db, actor, today }: ActorContext, id: string): Promise<LineView> {
  const found = await db.read.select().from(creditLines).where(eq(creditLines.id, id));
  const [view] = await viewsOf(
    db.read,
    found.filter(line => linePartyOf(actor, line) !== null),
    today,
  );
  if (!view) throw notFound(lineWord, id);
  return view;
}

/** Lines with where each stands on a day, in their order. */
export async function viewsOf(read: Reader, lines: readonly CreditLine[], today: CalendarDate): Promise<LineView[]> {
  const ids = lines.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [asked, loans, paused] = await Promise.all([
    drawdownsByLineId(read, ids),
    matchedTransactionsByApplicationId(read, ids),
    read
      .select({
        id: applications.id,
        productVersionId: applications.productVersionId,
        listing: products.listing,
        status: organisations.status,
      })
      .from(applications)
      .innerJoin(products, eq(products.id, applications.productId))
      .innerJoin(organisations, eq(organisations.id, applications.institutionId))
      .where(inArray(applications.id, ids)),
  ]);
  const balances = await withBalances(read, loans);
  return lines.map(line => {
    const own = asked.filter(({ lineId }) => lineId === line.id);
    const drawn = balances.filter(({ transaction }) => transaction.applicationId === line.id);
    const from = paused.find(({ id }) => id === line.id);
    const use = {
      drawnFen: sumOf(drawn.map(({ transaction, balanceFen }) => (line.isRevolving ? balanceFen : transaction.amountFen))),
      askedFen: sumOf(own.filter(({ state }) => state === 'requested').map(({ amountFen }) => amountFen)),
      isBankPaused: from?.listing === 'suspended' || from?.status === 'suspended',
    };
    return {
      line,
      drawdowns: own,
      standing: lineStandingOf(line, use, today),
      productVersionId: from?.productVersionId ?? '',
    };
  });
}

const sumOf = (amountsFen: readonly number[]): number => amountsFen.reduce((sum, amountFen) => sum + amountFen, 0);

const drawdownsByLineId = rowsBy(drawdowns, drawdowns.lineId, asc(drawdowns.number));
const matchedTransactionsByApplicationId = rowsBy(matchedTransactions, matchedTransactions.applicationId);
