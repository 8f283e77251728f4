import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ApplicationClock } from '../../generated/schema';
import type { Side } from './side';

/** How many working days are left, or passed since; an offer says its last day itself. */
export function useDueWords() {
  const translate = useTranslate();
  return ({ leftDays, isOverdue }: Pick<ApplicationClock, 'leftDays' | 'isOverdue'>): string => {
    const key = isOverdue ? (leftDays < 0 ? 'overdue' : 'past') : leftDays > 0 ? 'left' : 'today';
    return translate(`rongqiao.financing.applications.due.${key}`, { smart_count: Math.abs(leftDays) });
  };
}

/** The clock of an application in a list, and whose it is where that is the other side: red past its day, amber on the last one. */
export function DueChip({ clock, side }: { clock: ApplicationClock; side: Side }) {
  const translate = useTranslate();
  const words = useDueWords();
  const whose = clock.party === 'enterprise' ? 'firm' : clock.party === 'guarantor' ? 'guarantor' : 'bank';
  const label =
    whose === side ? words(clock) : translate(`rongqiao.financing.applications.due.of.${whose}`, { due: words(clock) });
  return (
    <Chip
      size="small"
      variant={clock.isOverdue ? 'filled' : 'outlined'}
      color={clock.isOverdue ? 'error' : clock.leftDays <= 1 ? 'warning' : 'default'}
      label={label}
    />
  );
}
