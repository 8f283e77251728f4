import { and, asc, eq } from 'drizzle-orm';
import { record } from '../server/audit/record';
import type { ActorContext } from '../server/context';
import { organisations } from '../server/identity/tables';
import { createProduct } from '../server/products/createProduct';
import { publishProduct } from '../server/products/publishProduct';
import { submitProduct } from '../server/products/submitProduct';
import { suspendProduct } from '../server/products/suspendProduct';
import { lprQuotes as lprQuoteRows, type Product } from '../server/products/tables';
import { updateProduct } from '../server/products/updateProduct';
import { withdrawProduct } from '../server/products/withdrawProduct';
import type { CalendarDate } from '../server/shared/dates';
import { lprQuotes } from '../server/shared/rate';
import { figuresFor } from './city/figures';
import { shareOf } from './city/institutions';
import { splitExactly } from './city/shares';
import { momentOf, Workdays } from './city/workdays';
import { asOf, inOneUnit } from './contexts';
import { productTerms } from './products/productTerms';
import { type PlannedProduct, planShelf, type ShelfFigures } from './products/shelf';
import { Random } from './random';

const seed = 20_261_123;

/**
 * Puts the history of the loan prime rate and the invented loan products of the active banks into the database, each
 * through the same commands as a bank and the operator would use, on the days on which they would have. The same
 * figures and day give the same products.
 */
export async function seedProducts(context: ActorContext, figures: ShelfFigures = figuresFor(60)): Promise<void> {
  await seedLprQuotes(context);
  const banks = await context.db.read
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(organisations)
    .where(and(eq(organisations.kind, 'bank'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  if (banks.length === 0) throw new Error('products need at least one active bank: seed identity first');
  const shelf = planShelf(figures, seed, context.today);
  const owners = ownersOf(banks, shelf.length);
  const steps = shelf.flatMap((product, place) => stepsOf(product, owners[place] ?? '', context.today, place));
  steps.sort((a, b) => a.at.getTime() - b.at.getTime() || a.place - b.place);
  await inOneUnit(context, async inside => {
    for (const { at, run } of steps) await run(asOf(inside, at));
  });
}

/** Whose each product is: more of them the larger the bank, in an order of chance. */
function ownersOf(banks: readonly { readonly id: string; readonly shortName: string | null }[], products: number): string[] {
  const random = new Random(seed + 2);
  const weights = banks.map(({ shortName }) => Math.sqrt(shareOf(shortName)));
  const counts = splitExactly(products, weights, Math.min(3, Math.floor(products / banks.length)));
  return banks
    .flatMap(({ id }, place) => Array.from({ length: counts[place] ?? 0 }, () => ({ id, tie: random.next() })))
    .sort((a, b) => a.tie - b.tie)
    .map(({ id }) => id);
}

type Step = { readonly at: Date; readonly place: number; readonly run: (context: ActorContext) => Promise<void> };

/** Working days before its publication on which a product is drawn up and handed in. */
const drawnUpBefore = 8;
const handedInBefore = 4;

/** What a product's bank and the operator did to it, each step with its moment. */
function stepsOf(product: PlannedProduct, bankId: string, today: CalendarDate, place: number): Step[] {
  const random = Random.of(seed + 1, place);
  const { fate, publishedOn, family, round, code } = product;
  const terms = productTerms(family, round, random);
  const asBank = (context: ActorContext): ActorContext => ({
    ...context,
    actor: { ...context.actor, organisationId: bankId, organisationKind: 'bank', role: 'officer' },
  });
  let state: Product | null = null;
  const standing = () => {
    if (state === null) throw new Error(`product ${code} has not been drawn up`);
    return { id: state.id, version: state.version };
  };
  const step = (day: CalendarDate, work: (context: ActorContext) => Promise<Product>): Step => ({
    at: momentOf(day, random.next()),
    place,
    run: async context => {
      state = await work(context);
    },
  });
  const before = (days: number) => Workdays.before(publishedOn, days);
  const lately = (days: number) => Workdays.before(today, days);
  const created = step(before(drawnUpBefore), context => createProduct(asBank(context), { ...terms, code }));
  const submitted = step(before(handedInBefore), context => submitProduct(asBank(context), standing()));
  const published = step(publishedOn, context => publishProduct(context, standing()));
  const shelved = [created, submitted, published];
  switch (fate) {
    case 'draft':
      return [created];
    case 'inReview':
      return [created, submitted];
    case 'published':
      return shelved;
    case 'revised': {
      const revision = { ...terms, name: `${terms.name}2.0` };
      return [
        ...shelved,
        step(lately(3), context => updateProduct(asBank(context), { ...standing(), terms: revision })),
        step(lately(2), context => submitProduct(asBank(context), standing())),
      ];
    }
    case 'suspended':
      return [
        ...shelved,
        step(lately(12), context =>
          suspendProduct(asBank(context), { ...standing(), reason: '本季度额度已用完，下季度恢复受理' }),
        ),
      ];
    case 'withdrawn':
      return [
        ...shelved,
        step(lately(40), context => withdrawProduct(asBank(context), { ...standing(), reason: '产品升级，由新产品替代' })),
      ];
  }
}

const seedLprQuotes = (context: ActorContext): Promise<void> =>
  context.db.write(async tx => {
    const rows = lprQuotes.map(quote => ({ id: context.newId(), ...quote, source: '全国银行间同业拆借中心' }));
    await tx.insert(lprQuoteRows).values(rows);
    await record(tx, context, {
      verb: 'loadLprQuotes',
      subject: { kind: 'lprQuote', id: 'history' },
      details: { quotes: rows.length, newest: rows.at(-1)?.publishedOn },
    });
  });
