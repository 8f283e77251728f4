import { Autocomplete, Box, Paper, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useClassName } from '../enterprises/useDataClasses';
import type { ImportOffer } from '../generated/schema';
import { useText } from '../shared/useLocale';

type KindProps = { offers: readonly ImportOffer[]; kind: string; onChange: (kind: string) => void };

/** What the file is, among what this organisation may bring. */
export function KindChoice({ offers, kind, onChange }: KindProps) {
  const translate = useTranslate();
  const text = useText();
  return (
    <RadioGroup value={kind} onChange={event => onChange(event.target.value)} aria-label={translate('rongqiao.imports.kind')}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}>
        {offers.map(offer => (
          <Paper
            key={offer.kind}
            component="label"
            variant="outlined"
            sx={{ p: 1, display: 'flex', cursor: 'pointer', borderColor: offer.kind === kind ? 'primary.main' : 'divider' }}
          >
            <Radio value={offer.kind} />
            <Box sx={{ pt: 1, minWidth: 0 }}>
              <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
                {text(offer.label)}
              </Typography>
              <Typography component="span" variant="body2" color="text.secondary">
                {translate(`rongqiao.imports.kindHelp.${offer.kind}`)}
              </Typography>
            </Box>
          </Paper>
        ))}
      </Box>
    </RadioGroup>
  );
}

type ClassProps = { codes: readonly string[]; code: string; onChange: (code: string) => void };

/** Of which class the records are, among those that this organisation supplies. */
export function ClassChoice({ codes, code, onChange }: ClassProps) {
  const translate = useTranslate();
  const nameOf = useClassName();
  return (
    <Autocomplete
      options={codes}
      value={codes.includes(code) ? code : null}
      onChange={(_, next) => onChange(next ?? '')}
      getOptionLabel={nameOf}
      sx={{ mt: 2, maxWidth: 480 }}
      renderInput={props => <TextField {...props} required label={translate('rongqiao.imports.dataClass')} />}
    />
  );
}
