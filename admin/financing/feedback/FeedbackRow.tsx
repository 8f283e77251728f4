import { Box, Link, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { MatchedTransaction } from '../../generated/schema';
import { yuanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { formatYuan } from '../../shared/format';
import { type Draft, type How, hasDue, lastDayOf } from './draft';

const hows: readonly How[] = ['skip', 'asDue', 'other', 'nothing'];
const figures = ['principal', 'interest', 'fee'] as const;

type Props = {
  loan: MatchedTransaction;
  month: string;
  today: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

/** One loan of a report: what was due, and what of it was paid. */
export function FeedbackRow({ loan: { id, enterprise, productVersion, dueUntil }, month, today, draft, onChange }: Props) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.feedback.${key}`, values);
  const { principalFen, interestFen, feeFen } = dueUntil;
  const say = hasDue(dueUntil)
    ? word('due', { principal: formatYuan(principalFen), interest: formatYuan(interestFen) }) +
      (feeFen > 0 ? word('dueFee', { fee: formatYuan(feeFen) }) : '')
    : word('noneDue');
  const last = lastDayOf(month);
  return (
    <Paper component="section" variant="outlined" sx={{ p: 1.5 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={1.5} sx={{ alignItems: { md: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Link component={RouterLink} to={`/transactions/${id}/show`} sx={{ fontWeight: 600 }}>
            {enterprise.name}
          </Link>
          <Typography variant="body2" color="text.secondary">
            {productVersion.name} · {say}
          </Typography>
        </Box>
        <TextField
          select
          fullWidth={false}
          label={word('how')}
          value={draft.how}
          onChange={event => onChange({ ...draft, how: event.target.value as How })}
          sx={{ width: { xs: '100%', md: 190 }, flexShrink: 0 }}
        >
          {hows
            .filter(how => how !== 'asDue' || hasDue(dueUntil))
            .map(how => (
              <MenuItem key={how} value={how}>
                {word(`hows.${how}`)}
              </MenuItem>
            ))}
        </TextField>
        {draft.how === 'asDue' || draft.how === 'other' ? (
          <TextField
            type="date"
            fullWidth={false}
            required
            label={word('paidOn')}
            value={draft.paidOn}
            onChange={event => onChange({ ...draft, paidOn: event.target.value })}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: `${month}-01`, max: last > today ? today : last } }}
            sx={{ width: { xs: '100%', md: 170 }, flexShrink: 0 }}
          />
        ) : null}
      </Stack>
      {draft.how === 'other' ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 1.5 }}>
          {figures.map(figure => (
            <FigureField
              key={figure}
              label={word(figure)}
              unit={translate('rongqiao.products.units.yuan')}
              scale={yuanScale}
              value={draft[`${figure}Fen`]}
              onChange={fen => onChange({ ...draft, [`${figure}Fen`]: fen })}
            />
          ))}
        </Stack>
      ) : null}
    </Paper>
  );
}
