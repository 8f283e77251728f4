import { useTranslate } from 'react-admin';
import type { RiskSharingScheme } from '../../generated/schema';
import { StateChip } from '../../shared/StateChip';

const chips = { open: 'active', stopped: 'suspended', closed: 'withdrawn' } as const;

/** Whether a scheme takes new business: closed by its owner, stopped by its figures, or open. */
export function SchemeStateChip({ scheme: { state, isStopped } }: { scheme: Pick<RiskSharingScheme, 'state' | 'isStopped'> }) {
  const translate = useTranslate();
  const standing = state === 'closed' ? 'closed' : isStopped ? 'stopped' : 'open';
  return <StateChip state={chips[standing]} label={translate(`rongqiao.guarantees.schemes.states.${standing}`)} />;
}
