import { and, eq } from 'drizzle-orm';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { isUniqueViolation } from '../database/problems';
import { organisations } from '../identity/tables';
import { conflict, invalidInput, notAllowed } from '../shared/refusals';
import type { Text } from '../shared/text';
import { checkTermsOfKind, kindOffered, type ProductKind } from './kind';
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
 * Opens a product as a draft: a bank a loan, an insurer an insurance of its own, the operator one on their behalf. Refuses
 * terms that break a rule (naming the field), another institution, and a code that the institution already uses.
 */
export async function createProduct(context: ActorContext, input: CreateProductInput): Promise<Product> {
  const { institutionId, code, ...terms } = input;
  const draft = { code: code?.trim() || null, terms: readTerms(terms), reading: null };
  try {
    return await context.db.write(async tx => {
      const institution = await institutionFor(tx, context, { wanted: institutionId ?? null, kinds: ['loan', 'insurance'] });
      checkTermsOfKind(institution.kind, draft.terms);
      return draftProduct(tx, context, { ...draft, institutionId: institution.id, kind: institution.kind });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      { zh: `产品编号「${draft.code}」已被使用，请换一个。`, en: `The product code "${draft.code}" is taken: choose another.` },
      { field: 'code', value: draft.code, rule: 'code.unique' },
    );
  }
}

/**
 * The institution whose product is opened, and what it offers; refuses one that is not active or offers none of `kinds`,
 * and an institution acting for another.
 */
export async function institutionFor(
  tx: Tx,
  context: ActorContext,
  { wanted, kinds }: { wanted: string | null; kinds: readonly ProductKind[] },
): Promise<{ readonly id: string; readonly kind: ProductKind }> {
  const { actor } = context;
  const offered = kindOffered[actor.organisationKind];
  const isOffering = offered !== undefined && kinds.includes(offered);
  const isOwn = isOffering && (wanted === null || wanted === actor.organisationId);
  if (actor.role === 'auditor' || (!isOwn && actor.organisationKind !== 'operator'))
    throw notAllowed(
      { zh: '只能登记本机构的产品。', en: 'You may open products of your own institution only.' },
      { rule: 'ownInstitution' },
    );
  if (isOwn) return { id: actor.organisationId, kind: offered };
  const [institution] = await tx
    .select({ id: organisations.id, kind: organisations.kind })
    .from(organisations)
    .where(and(eq(organisations.id, wanted ?? ''), eq(organisations.status, 'active')));
  const kind = institution && kindOffered[institution.kind];
  if (institution && kind && kinds.includes(kind)) return { id: institution.id, kind };
  throw invalidInput('institutionId', wanted, 'institutionId.activeInstitution', {
    zh: `请选择一家状态正常的${kinds.map(each => offerers[each].zh).join('或')}作为产品所属机构。`,
    en: `Choose an active ${kinds.map(each => offerers[each].en).join(' or ')} as the institution of the product.`,
  });
}

const offerers: Readonly<Record<ProductKind, Text>> = {
  loan: { zh: '银行', en: 'bank' },
  insurance: { zh: '保险机构', en: 'insurer' },
};

export type ProductDraft = {
  readonly institutionId: string;
  readonly kind: ProductKind;
  readonly code: string | null;
  readonly terms: Terms;
  readonly reading: ReadingReport | null;
};

/** Writes a product with its first draft inside the caller's unit of work; the caller has made sure of the institution. */
export async function draftProduct(tx: Tx, context: ActorContext, draft: ProductDraft): Promise<Product> {
  const { institutionId, kind, code, terms, reading } = draft;
  const versionId = context.newId();
  const opened: Product = {
    id: context.newId(),
    institutionId,
    kind,
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
    details: { institutionId, kind, code, name: terms.name, versionId, ruleDigest: version.ruleDigest },
  });
  return opened;
}
