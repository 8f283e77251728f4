import { and, eq } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { organisations } from '../identity/tables';
import type { ProductStepKind } from '../messages/kinds';
import { type Letter, send } from '../messages/send';
import { type Silence, steps } from '../messages/steps';
import { asWritten, type Text } from '../shared/text';
import type { ProductVerb } from './lifecycle';
import { type Product, productVersions } from './tables';

export type Applicant = { readonly enterpriseId: string; readonly applicationId: string };

type AskForApplicants = (tx: Tx, context: ActorContext, productId: string) => Promise<readonly Applicant[]>;

let applicantsOf: AskForApplicants = async () => [];

/** Tells this module, which knows of no applications, whom to ask for those under way for a product. */
export function knowApplicants(ask: AskForApplicants): void {
  applicantsOf = ask;
}

/** Tells whoever a step of a product concerns and did not take it: the operator, the institution, firms that have applied. */
export async function tellOfProduct(
  tx: Tx,
  context: ActorContext,
  product: Product,
  { verb, reason }: { readonly verb: ProductVerb; readonly reason: string | null },
): Promise<void> {
  const step: readonly ProductStepKind[] | Silence = steps[`${verb}Product`];
  if ('silent' in step) return;
  const note = await noteOf(tx, product, asWritten(reason));
  const occasion = `${product.id}/${product.version}`;
  const letters: Letter<ProductStepKind>[] = [];
  for (const kind of step)
    if (isOfApplicants(kind))
      for (const { enterpriseId, applicationId } of await applicantsOf(tx, context, product.id))
        letters.push({
          recipientId: enterpriseId,
          kind,
          occasion: `${occasion}/${applicationId}`,
          payload: { ...note, applicationId },
        });
    else
      for (const recipientId of verb === 'submit' ? await operators(tx) : [product.institutionId])
        letters.push({ recipientId, kind, occasion, payload: { ...note, applicationId: null } });
  await send(
    tx,
    context,
    letters.filter(({ recipientId }) => recipientId !== context.actor.organisationId),
  );
}

const isOfApplicants = (kind: ProductStepKind): boolean => kind.startsWith('applied');

async function noteOf(tx: Tx, { id: productId, institutionId, currentVersionId, draftVersionId }: Product, reason: Text | null) {
  const [version] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, draftVersionId ?? currentVersionId ?? ''));
  const [institution] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, institutionId));
  return { productId, product: version?.name ?? '', institution: institution?.name ?? '', reason };
}

async function operators(tx: Tx): Promise<readonly string[]> {
  const found = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')));
  return found.map(({ id }) => id);
}
