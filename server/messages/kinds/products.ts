import type { Text } from '../../shared/text';
import { sayReason } from './figures';
import { type Kind, plain } from './kind';

export type ProductNote = {
  readonly productId: string;
  readonly product: string;
  readonly institution: string;
  readonly reason: Text | null;
  /** The reader's own application, under way for the product. */
  readonly applicationId: string | null;
};

/** What the platform's operator or the institution does to a product, as the other is told. */
const moved = (say: (told: ProductNote) => Text): Kind<ProductNote> => ({
  topic: 'products',
  word: told => ({
    title: say(told),
    lines: plain(sayReason(told.reason)),
    subject: { kind: 'product', id: told.productId },
  }),
});

/** A product moved while the reader's application for it is under way. */
const underApplication = (say: (told: ProductNote) => Text): Kind<ProductNote> => ({
  topic: 'applications',
  word: told => ({
    title: say(told),
    lines: plain(
      { zh: '您的申请不受影响，按申请时的条款继续办理。', en: 'Your application goes on under the terms it was made for.' },
      sayReason(told.reason),
    ),
    subject: told.applicationId === null ? null : { kind: 'application', id: told.applicationId },
  }),
});

export const productKinds = {
  productSubmitted: moved(({ product, institution }) => ({
    zh: `「${institution}」提交「${product}」待审核`,
    en: `${institution} submits ${product} for review`,
  })),
  productReturned: moved(({ product }) => ({ zh: `「${product}」已退回修改`, en: `${product} was returned to be revised` })),
  productPublished: moved(({ product }) => ({ zh: `「${product}」已发布`, en: `${product} is published` })),
  productSuspended: moved(({ product }) => ({ zh: `「${product}」已暂停`, en: `${product} is suspended` })),
  productResumed: moved(({ product }) => ({ zh: `「${product}」已恢复`, en: `${product} is back on the shelf` })),
  productWithdrawn: moved(({ product }) => ({ zh: `「${product}」已下架`, en: `${product} is withdrawn` })),
  appliedProductSuspended: underApplication(({ product, institution }) => ({
    zh: `您申请的「${institution}」「${product}」已暂停接受新申请`,
    en: `${product} of ${institution}, for which you applied, takes no new applications for now`,
  })),
  appliedProductResumed: underApplication(({ product, institution }) => ({
    zh: `您申请的「${institution}」「${product}」已恢复`,
    en: `${product} of ${institution}, for which you applied, is back on the shelf`,
  })),
  appliedProductWithdrawn: underApplication(({ product, institution }) => ({
    zh: `您申请的「${institution}」「${product}」已下架`,
    en: `${product} of ${institution}, for which you applied, is withdrawn from the shelf`,
  })),
};
