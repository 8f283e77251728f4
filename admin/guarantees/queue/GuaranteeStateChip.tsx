import { useTranslate } from 'react-admin';
import type { GuaranteeState } from '../../generated/schema';
import { StateChip } from '../../shared/StateChip';

const chips: Readonly<Record<GuaranteeState, string>> = {
  pending: 'pending',
  rejected: 'rejected',
  approved: 'checking',
  inForce: 'active',
  claimed: 'pending',
  compensated: 'failed',
  ended: 'ended',
};

/** Where a guarantee stands, by its colour and its word. */
export function GuaranteeStateChip({ state }: { state: GuaranteeState }) {
  const translate = useTranslate();
  return <StateChip state={chips[state]} label={translate(`rongqiao.guarantees.states.${state}`)} />;
}
