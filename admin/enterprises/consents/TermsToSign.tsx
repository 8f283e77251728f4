import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ConsentTerms } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { useClassName } from '../useDataClasses';
import type { Draft } from './draft';

type Props = {
  draft: Draft;
  terms: ConsentTerms | null;
  failure: Error | null;
  recipientName: string;
  onRead: (hasRead: boolean) => void;
};

/** The text in full with what was chosen above it, its version, and the tick that says it was read. */
export function TermsToSign({ draft, terms, failure, recipientName, onRead }: Props) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const nameOf = useClassName();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  if (failure) return <Failed error={failure} />;
  if (!terms) return <Typography color="text.secondary">{say('chooseFirst')}</Typography>;
  const summary = say('summary', {
    recipient: recipientName,
    purpose: translate(`rongqiao.enterprises.consents.purposes.${draft.purpose}`),
    smart_count: draft.dataClasses.length,
    day: draft.validTo || '—',
  });
  return (
    <>
      <Box sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.default' }}>
        {draft.dataClasses.length > 0 ? (
          <Typography sx={{ mb: 1.5, fontWeight: 600 }}>
            {summary}
            {punctuation.list(draft.dataClasses.map(nameOf))}
          </Typography>
        ) : null}
        <Typography sx={{ whiteSpace: 'pre-line' }}>{text(terms.text)}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
          {say('version', { version: terms.version, hash: terms.hash.slice(0, 16) })}
        </Typography>
      </Box>
      <FormControlLabel
        control={<Checkbox checked={draft.hasRead} onChange={event => onRead(event.target.checked)} />}
        label={say('read')}
        sx={{ mt: 1 }}
      />
    </>
  );
}
