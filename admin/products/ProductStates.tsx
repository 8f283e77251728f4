import { useTranslate } from 'react-admin';
import type { Product } from '../generated/schema';
import { StateChip } from '../shared/StateChip';

/** Where a product stands: its place on the shelf and, once published, the revision that is under way. */
export function ProductStates({ product: { state, revision } }: { product: Pick<Product, 'state' | 'revision'> }) {
  const translate = useTranslate();
  const isRevised = (state === 'published' || state === 'suspended') && (revision === 'draft' || revision === 'inReview');
  return (
    <>
      <StateChip state={state} label={translate(`rongqiao.products.states.${state}`)} />
      {isRevised ? <StateChip state={revision} label={translate(`rongqiao.products.revisions.${revision}`)} /> : null}
    </>
  );
}
