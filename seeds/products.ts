import { and, asc, eq } from 'drizzle-orm';
import { record } from '../server/audit/record';
import type { ActorContext } from '../server/context';
import { organisations } from '../server/identity/tables';
import { createProduct } from '../server/products/createProduct';
import { publishProduct } from '../server/products/publishProduct';
import { submitProduct } from '../server/products/submitProduct';
import { suspendProduct } from '../server/products/suspendProduct';
import { lprQuotes as lprQuoteRows, type Product } from '../server/products/tables';
import type { TermsInput } from '../server/products/termsShape';
import { updateProduct } from '../server/products/updateProduct';
import { withdrawProduct } from '../server/products/withdrawProduct';
import { lprQuotes } from '../server/shared/rate';
import { families } from './products/families';
import { productTerms } from './products/productTerms';
import { Random } from './random';

const seed = 20_261_123;

/** How a product stands in the demo; most are published, the others give every desk something to look at. */
type Fate = 'published' | 'draft' | 'inReview' | 'revised' | 'suspended' | 'withdrawn';
const fates: Readonly<Record<number, Fate>> = { 6: 'inReview', 13: 'draft', 20: 'revised', 27: 'suspended', 34: 'withdrawn' };

/**
 * Puts the history of the loan prime rate and `count` invented products of the active banks into the database, each
 * through the same commands as a bank and the operator would use. The same count gives the same products.
 */
export async function seedProducts(context: ActorContext, count = 45): Promise<void> {
  await seedLprQuotes(context);
  const banks = await context.db.read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'bank'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.id));
  for (let index = 0; index < count; index++) {
    const bank = banks[index % banks.length];
    const family = families[index % families.length];
    if (!bank || !family) throw new Error('products need at least one active bank: seed identity first');
    const terms = productTerms(family, Math.floor(index / families.length), Random.of(seed, index));
    await seedProduct(
      context,
      bank.id,
      { ...terms, code: `P${String(index + 1).padStart(4, '0')}` },
      fates[index % 40] ?? 'published',
    );
  }
}

/** The terms of the `index`-th invented product: the families in turn. */
export function demoTerms(index: number): TermsInput {
  const family = families[index % families.length];
  if (!family) throw new RangeError(`no family for product ${index}`);
  return productTerms(family, Math.floor(index / families.length), Random.of(seed, index));
}

async function seedProduct(
  context: ActorContext,
  bankId: string,
  input: TermsInput & { code: string },
  fate: Fate,
): Promise<void> {
  const bank: ActorContext = {
    ...context,
    actor: { ...context.actor, organisationId: bankId, organisationKind: 'bank', role: 'officer' },
  };
  const { code: _, ...terms } = input;
  const draft = await createProduct(bank, input);
  if (fate === 'draft') return;
  const submitted = await submitProduct(bank, at(draft));
  if (fate === 'inReview') return;
  const published = await publishProduct(context, at(submitted));
  if (fate === 'suspended') await suspendProduct(bank, { ...at(published), reason: '本季度额度已用完，下季度恢复受理' });
  if (fate === 'withdrawn') await withdrawProduct(bank, { ...at(published), reason: '产品升级，由新产品替代' });
  if (fate === 'revised')
    await submitProduct(bank, at(await updateProduct(bank, { ...at(published), terms: { ...terms, name: `${terms.name}2.0` } })));
}

const at = ({ id, version }: Product) => ({ id, version });

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
