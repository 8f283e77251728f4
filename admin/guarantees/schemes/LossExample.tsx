import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SchemeTerms } from '../../generated/schema';
import { formatAmount } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';

const lossFen = 100_000_000;
const colours = ['#1f6feb', '#2da44e', '#bf8700', '#8250df', '#cf222e', '#57606a', '#0a7ea4'];

/** Who pays what of a loss of one million yuan: as a bar, and in words beside it. */
export function LossExample({ terms, isBrief = false }: { terms: Pick<SchemeTerms, 'example'>; isBrief?: boolean }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.${key}`, values);
  const paying = terms.example.filter(({ paidFen }) => paidFen > 0);
  const present = terms.example.filter(({ paidFen }) => paidFen === 0);
  return (
    <Stack spacing={1}>
      <Typography variant={isBrief ? 'body2' : 'body1'}>
        {word('schemes.ofLoss', { amount: formatAmount(lossFen, locale) })}
      </Typography>
      <Box sx={{ display: 'flex', height: isBrief ? 10 : 18, borderRadius: 1, overflow: 'hidden' }} aria-hidden>
        {paying.map(({ role, name, paidFen }, place) => (
          <Box
            key={`${role} ${name}`}
            sx={{ width: `${(paidFen / lossFen) * 100}%`, bgcolor: colours[place % colours.length] }}
          />
        ))}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
        {paying.map(({ role, name, paidFen }, place) => (
          <Box component="li" key={`${role} ${name}`} sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
            <Box
              sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: colours[place % colours.length], alignSelf: 'center' }}
            />
            <Typography variant="body2" color="text.secondary">
              {word(`roles.${role ?? 'firstLoss'}`)}
            </Typography>
            <Typography variant="body2" sx={{ flex: 1, minWidth: 120 }}>
              {name}
            </Typography>
            <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {formatAmount(paidFen, locale)}
            </Typography>
          </Box>
        ))}
      </Box>
      {present.length > 0 ? (
        <Typography variant="body2" color="text.secondary">
          {word('schemes.bearNothing', {
            names: present.map(({ name, role }) => `${name} (${word(`roles.${role ?? 'firstLoss'}`)})`).join(word('comma')),
          })}
        </Typography>
      ) : null}
    </Stack>
  );
}
