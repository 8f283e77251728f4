import { Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DisclosedFigure, MatchRun } from '../generated/schema';
import { formatCount } from '../shared/format';

/** A count as it may be shown: a hidden one says so, and why. */
export function RunCount({ figure }: { figure: DisclosedFigure | null | undefined }) {
  const translate = useTranslate();
  if (!figure) return <>—</>;
  if (!figure.isHidden) return <>{formatCount(figure.value)}</>;
  return (
    <Tooltip title={translate('rongqiao.matchRuns.hiddenHelp')}>
      <span style={{ opacity: 0.7, whiteSpace: 'nowrap' }}>{translate('rongqiao.matchRuns.hidden')}</span>
    </Tooltip>
  );
}

export const isOpen = ({ state }: Pick<MatchRun, 'state'>): boolean => state === 'waiting' || state === 'running';

/** How often a page looks after a run that is not done. */
export const pollMilliseconds = 1_000;
