import { createProduct } from '../../../../server/products/createProduct';
import { suspendProduct } from '../../../../server/products/suspendProduct';
import type { Product } from '../../../../server/products/tables';
import type { TermsInput } from '../../../../server/products/termsShape';
import { updateProduct } from '../../../../server/products/updateProduct';
import { aDraft, aPublished, aSubmitted, terms } from '../../products';
import { anyOf, aTownRecord, every, everybody, membersOf, nobody, type TownRecord } from '../records';
import type { SignedInOrganisation, Townspeople } from '../town';

/** Products of this bank and the other in every state that decides who sees them, and those of the two insurers. */
export async function recordsOfProducts(people: Townspeople): Promise<TownRecord[]> {
  const { world, homes, otherBank, otherInsurer } = people;
  const bank = { organisation: homes.bank, actor: people.officer('bank').actor };
  const insurer = { organisation: homes.insurer, actor: people.officer('insurer').actor };
  const operator = people.officer('operator').actor;
  const products = [
    hidden(otherBank, await aDraft(world, otherBank.actor, { name: '他行草稿贷' }), '他行草稿贷'),
    reviewed(otherBank, await aSubmitted(world, otherBank.actor, { name: '他行送审贷' }), '他行送审贷'),
    reviewed(otherBank, await aSuspended(people, otherBank), '他行停办贷'),
    onShelf(otherBank, await aPublished(world, otherBank.actor, { name: '他行在售贷' })),
    hidden(otherInsurer, await aDraft(world, otherInsurer.actor, insurance('他险草稿险')), '他险草稿险'),
    reviewed(
      otherBank,
      await createProduct(world.contextFor(operator), { ...terms({ name: '代拟贷' }), institutionId: otherBank.organisation.id }),
      '代拟贷',
    ),
    onShelf(otherInsurer, await aPublished(world, otherInsurer.actor, insurance('他险在售险')), nobody),
    hidden(bank, await aDraft(world, bank.actor, { name: '本行草稿贷' }), '本行草稿贷'),
    onShelf(bank, await aPublished(world, bank.actor, { name: '本行在售贷' })),
    hidden(insurer, await aDraft(world, insurer.actor, insurance('本险草稿险')), '本险草稿险'),
    onShelf(insurer, await aPublished(world, insurer.actor, insurance('本险在售险')), nobody),
  ];
  return [...products.flat(), ...(await recordsOfRevision(people))];
}

/** Terms of an insurance product. */
export const insurance = (name: string): Partial<TermsInput> => ({
  name,
  category: 'insurance',
  labels: [],
  pricing: null,
  repaymentMethods: [],
  isUnsecured: false,
});

/** What only its institution sees. */
const hidden = (by: SignedInOrganisation, product: Product, name: string): TownRecord[] =>
  recordsOf(by, product, { name, isOwn: membersOf(by.organisation), isKnown: membersOf(by.organisation) });

/** What the operator sees too; what it drew up is as much its own. */
const reviewed = (by: SignedInOrganisation, product: Product, name: string): TownRecord[] => {
  const isOwn = membersOf(by.organisation);
  const isKnown = anyOf(isOwn, every('operator'));
  return recordsOf(by, product, { name, isOwn: product.draftedBy === 'operator' ? isKnown : isOwn, isKnown });
};

/** What everybody sees; a loan can be matched and applied for. */
const onShelf = (by: SignedInOrganisation, product: Product, isLoan: TownRecord['isKnown'] = everybody): TownRecord[] => [
  ...recordsOf(by, product, {
    name: `a product of ${by.organisation.name} on the shelf`,
    isOwn: membersOf(by.organisation),
    isKnown: everybody,
  }),
  aTownRecord({ kind: 'loanInForce', name: `the loan of ${by.organisation.name}`, id: product.id, isOwn: isLoan }),
];

/** A product with its versions: of one on the shelf, the next is its institution's alone. */
function recordsOf(
  { organisation }: SignedInOrganisation,
  { id, version, kind, listing, currentVersionId, draftVersionId }: Product,
  about: Pick<TownRecord, 'name' | 'isOwn' | 'isKnown'>,
): TownRecord[] {
  const words = about.isKnown === everybody ? [] : [about.name];
  const isInsurer = kind === 'insurance' ? membersOf(organisation) : nobody;
  const draft = { kind: 'productVersion', name: `the next version of ${about.name}`, isOwn: about.isOwn } as const;
  return [
    aTownRecord({ ...about, kind: 'product', id, version, words }),
    aTownRecord({ kind: 'ownInsurance', name: about.name, id, isOwn: isInsurer }),
    ...(currentVersionId === null ? [] : [aTownRecord({ ...about, kind: 'productVersion', id: currentVersionId })]),
    ...(draftVersionId === null
      ? []
      : [aTownRecord({ ...draft, id: draftVersionId, isKnown: listing === 'published' ? about.isOwn : about.isKnown })]),
  ];
}

async function aSuspended({ world }: Townspeople, { actor }: SignedInOrganisation): Promise<Product> {
  const { id, version } = await aPublished(world, actor, { name: '他行停办贷' });
  return suspendProduct(world.contextFor(actor), { id, version, reason: '调整额度' });
}

/** A product on the shelf whose next version is being written: everybody sees it as it was. */
async function recordsOfRevision({ world, otherBank }: Townspeople): Promise<TownRecord[]> {
  const { id, version } = await aPublished(world, otherBank.actor, { name: '他行改版贷' });
  const revised = await updateProduct(world.contextFor(otherBank.actor), { id, version, terms: terms({ name: '他行新版贷' }) });
  return onShelf(otherBank, revised).map(record =>
    record.id === revised.draftVersionId ? { ...record, words: ['他行新版贷'] } : record,
  );
}
