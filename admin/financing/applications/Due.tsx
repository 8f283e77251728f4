import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ApplicationClock } from '../../generated/schema';

/** How many working days are left, or passed since; an offer says its last day itself. */
export function useDueWords() {
  const translate = useTranslate();
  return ({ leftDays, isOverdue }: Pick<ApplicationClock, 'leftDays' | 'isOverdue'>): string => {
    const key = isOverdue ? (leftDays < 0 ? 'overdue' : 'past') : leftDays > 0 ? 'left' : 'today';
    return translate(`rongqiao.financing.applications.due.${key}`, { smart_count: Math.abs(leftDays) });
  };
}

/** The clock of an application in a list: red once it is past its day, amber on the last working day. */
export function DueChip({ clock }: { clock: ApplicationClock }) {
  const words = useDueWords();
  return (
    <Chip
      size="small"
      variant={clock.isOverdue ? 'filled' : 'outlined'}
      color={clock.isOverdue ? 'error' : clock.leftDays <= 1 ? 'warning' : 'default'}
      label={words(clock)}
    />
  );
}
