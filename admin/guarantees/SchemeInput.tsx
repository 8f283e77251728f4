import { Box } from '@mui/material';
import { SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { RiskSharingScheme } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { offerSchemesDocument } from './operations';
import { LossExample } from './schemes/LossExample';
import { useCostWords } from './schemes/SchemeListPage';

/** The scheme that an offer is made under; nothing where none is meant for its product. */
export function SchemeInput({ applicationId }: { applicationId: string }) {
  const translate = useTranslate();
  const costs = useCostWords();
  const chosen = useWatch({ name: 'schemeTermsId' }) as string | null;
  const query = useAsk<{ offerSchemes: readonly RiskSharingScheme[] }>(offerSchemesDocument, { applicationId });
  const schemes = query.data?.offerSchemes ?? [];
  if (schemes.length === 0) return null;
  const scheme = schemes.find(({ terms }) => terms.id === chosen);
  const stopped = translate('rongqiao.guarantees.schemes.states.stopped');
  return (
    <>
      <SelectInput
        source="schemeTermsId"
        label="rongqiao.guarantees.schemes.choose"
        helperText="rongqiao.guarantees.schemes.chooseHelp"
        emptyText="rongqiao.guarantees.schemes.noScheme"
        choices={schemes.map(({ name, terms, isStopped }) => ({
          id: terms.id,
          name: [name, ...costs(terms), ...(isStopped ? [stopped] : [])].join(' · '),
          disabled: isStopped,
        }))}
        translateChoice={false}
        fullWidth
      />
      {scheme ? (
        <Box sx={{ pl: 2, borderLeft: 3, borderColor: 'divider' }}>
          <LossExample terms={scheme.terms} isBrief />
        </Box>
      ) : null}
    </>
  );
}
