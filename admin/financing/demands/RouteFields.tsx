import { Box, FormControlLabel, MenuItem, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DemandRoute } from '../../generated/schema';
import { Field } from '../../shared/Refused';
import { type DemandDraft, dayAfter, marketDaysMax, routes } from './draft';

type Props = { draft: DemandDraft; today: string; onChange: (draft: DemandDraft) => void };

const lenders = [1, 2, 3, 4, 5, 10];

/** How the demand comes to its banks: the firm chooses them, or they come to it. */
export function RouteFields({ draft, today, onChange }: Props) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.demands.routes.${key}`, values);
  const choose = (route: DemandRoute) =>
    onChange({
      ...draft,
      route,
      validUntil: route === 'direct' ? '' : draft.validUntil || dayAfter(today, 30),
      offersUntil: route === 'auction' ? draft.offersUntil || dayAfter(today, 7) : '',
    });
  const day = (name: 'validUntil' | 'offersUntil', max: string) => (
    <Field
      type="date"
      required
      name={name}
      label={word(name)}
      helperText={word(`${name}Help`)}
      value={draft[name]}
      onChange={event => onChange({ ...draft, [name]: event.target.value })}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: dayAfter(today, 1), max } }}
    />
  );
  return (
    <Stack spacing={2}>
      <div>
        <Typography variant="h6" component="h2" id="demand-route">
          {word('title')}
        </Typography>
        <RadioGroup
          aria-labelledby="demand-route"
          value={draft.route}
          onChange={(_, route) => choose(route as DemandRoute)}
          sx={{ gap: 0.5 }}
        >
          {routes.map(route => (
            <FormControlLabel
              key={route}
              value={route}
              control={<Radio sx={{ alignSelf: 'flex-start' }} />}
              label={
                <Box sx={{ py: 1 }}>
                  <Typography component="span" sx={{ fontWeight: 600 }}>
                    {word(`names.${route}`)}
                  </Typography>
                  <Typography variant="body2" color="text.secondary">
                    {word(`about.${route}`)}
                  </Typography>
                </Box>
              }
            />
          ))}
        </RadioGroup>
      </div>
      {draft.route === 'direct' ? null : (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}>
          <Field
            select
            name="lendersMax"
            label={word('lendersMax')}
            helperText={word('lendersMaxHelp')}
            value={draft.lendersMax}
            onChange={event => onChange({ ...draft, lendersMax: Number(event.target.value) })}
          >
            {lenders.map(count => (
              <MenuItem key={count} value={count}>
                {word('institutions', { smart_count: count })}
              </MenuItem>
            ))}
          </Field>
          {day('validUntil', dayAfter(today, marketDaysMax))}
          {draft.route === 'auction' ? day('offersUntil', draft.validUntil || dayAfter(today, marketDaysMax)) : null}
        </Box>
      )}
    </Stack>
  );
}
