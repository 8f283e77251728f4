import { and, eq } from 'drizzle-orm';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { isUniqueViolation } from '../database/problems';
import { organisations } from '../identity/tables';
import { conflict, invalidInput, notAllowed } from '../shared/refusals';
import type { ReadingReport } from './reading/report';
import { readTerms } from './readTerms';
import { type Product, products } from './tables';
import type { Terms } from './terms';
import type { TermsInput } from './termsShape';
import { openVersion } from './versions';

export type CreateProductInput = TermsInput & {
  /** Needed from the operator only: an institution's products are its own. */
  readonly institutionId?: string | null;
  readonly code?: string | null;
};

/**
 * Opens a product as a draft: a bank its own, the operator one on a bank's behalf. Refuses terms that break a rule
 * (naming the field), another institution, and a code that the institution already uses.
 */
export async function createProduct(context: ActorContext, input: CreateProductInput): Promise<Product> {
  const { institutionId, code, ...terms } = input;
  const draft = { code: code?.trim() || null, terms: readTerms(terms), reading: null };
  try {
    return await context.db.write(async tx =>
      draftProduct(tx, context, { ...draft, institutionId: await institutionFor(tx, context, institutionId ?? null) }),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      { zh: `产品编号「${draft.code}」已被使用，请换一个。`, en: `The product code "${draft.code}" is taken: choose another.` },
      { field: 'code', value: draft.code, rule: 'code.unique' },
    );
  }
}

/** The institution whose product is opened; refuses what is not an active bank, and a bank acting for another. */
export async function institutionFor(tx: Tx, context: ActorContext, wanted: string | null): Promise<string> {
  const { actor } = context;
  const isOwn = actor.organisationKind === 'bank' && (wanted === null || wanted === actor.organisationId);
  if (actor.role === 'auditor' || (!isOwn && actor.organisationKind !== 'operator'))
    throw notAllowed(
      { zh: '只能登记本机构的产品。', en: 'You may open products of your own institution only.' },
      { rule: 'ownInstitution' },
    );
  if (isOwn) return actor.organisationId;
  const [bank] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, wanted ?? ''), eq(organisations.kind, 'bank'), eq(organisations.status, 'active')));
  if (bank) return bank.id;
  throw invalidInput('institutionId', wanted, 'institutionId.activeBank', {
    zh: '请选择一家状态正常的银行作为产品所属机构。',
    en: 'Choose an active bank as the institution of the product.',
  });
}

export type ProductDraft = {
  readonly institutionId: string;
  readonly code: string | null;
  readonly terms: Terms;
  readonly reading: ReadingReport | null;
};

/** Writes a product with its first draft inside the caller's unit of work; the caller has made sure of the institution. */
export async function draftProduct(tx: Tx, context: ActorContext, draft: ProductDraft): Promise<Product> {
  const { institutionId, code, terms, reading } = draft;
  const versionId = context.newId();
  const opened: Product = {
    id: context.newId(),
    institutionId,
    code,
    draftedBy: context.actor.organisationKind === 'operator' ? 'operator' : 'institution',
    listing: 'unlisted',
    revision: 'draft',
    currentVersionId: null,
    draftVersionId: versionId,
    stateReason: null,
    suspendedBy: null,
    firstPublishedOn: null,
    createdAt: context.now,
    version: 1,
  };
  await tx.insert(products).values(opened);
  const version = await openVersion(tx, context, { id: versionId, productId: opened.id, terms, reading });
  await record(tx, context, {
    verb: 'createProduct',
    subject: { kind: 'product', id: opened.id },
    details: { institutionId, code, name: terms.name, versionId, ruleDigest: version.ruleDigest },
  });
  return opened;
}
