import { useTranslate } from 'react-admin';
import type { DemandState } from '../../generated/schema';
import { StateChip } from '../../shared/StateChip';

const chipOf: Readonly<Record<DemandState, string>> = {
  published: 'pending',
  inProgress: 'checking',
  partiallyFulfilled: 'checking',
  fulfilled: 'active',
  closedUnmet: 'lapsed',
  expired: 'lapsed',
  withdrawn: 'withdrawn',
};

/** How a demand stands, by its colour and its word. */
export function DemandStateChip({ state }: { state: DemandState }) {
  const translate = useTranslate();
  return <StateChip state={chipOf[state]} label={translate(`rongqiao.financing.demands.states.${state}`)} />;
}
