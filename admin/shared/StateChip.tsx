import { Chip, type ChipProps } from '@mui/material';

const colours: Readonly<Record<string, ChipProps['color']>> = {
  published: 'success',
  active: 'success',
  eligible: 'success',
  applied: 'success',
  finished: 'success',
  met: 'success',
  allowed: 'success',
  inReview: 'warning',
  pending: 'warning',
  possible: 'warning',
  checking: 'info',
  waiting: 'info',
  running: 'info',
  applying: 'info',
  checked: 'info',
  draft: 'info',
  disbursed: 'success',
  settled: 'success',
  restructured: 'warning',
  overdue: 'error',
  writtenOff: 'error',
  suspended: 'error',
  rejected: 'error',
  refused: 'error',
  failed: 'error',
  revoked: 'error',
  notEligible: 'default',
};

/** A state by its colour and, always, by its word. */
export const StateChip = ({ state, label, size = 'small' }: { state: string; label: string; size?: ChipProps['size'] }) => (
  <Chip label={label} color={colours[state] ?? 'default'} size={size} variant={colours[state] ? 'filled' : 'outlined'} />
);
