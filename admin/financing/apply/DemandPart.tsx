import { Alert, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FinancingDemand } from '../../generated/schema';
import { useDemandPhrases } from '../demands/DemandCard';
import { DemandFields } from '../demands/DemandFields';
import type { DemandDraft } from '../demands/draft';

type Props = {
  /** Demands of the firm that may still be applied under. */
  demands: readonly FinancingDemand[];
  /** The one chosen; null for a new one, which `draft` says. */
  chosen: FinancingDemand | null;
  draft: DemandDraft;
  onChoose: (id: string | null) => void;
  onDraft: (draft: DemandDraft) => void;
};

/** What the firm needs: one of its demands, or a new one. */
export function DemandPart({ demands, chosen, draft, onChoose, onDraft }: Props) {
  const translate = useTranslate();
  const phrasesOf = useDemandPhrases();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.demand.${key}`, values);
  return (
    <Stack spacing={2} sx={{ pt: 1 }}>
      {demands.length > 0 ? (
        <TextField
          select
          label={word('use')}
          value={chosen?.id ?? ''}
          onChange={event => onChoose(event.target.value || null)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{word('fresh')}</MenuItem>
          {demands.map(demand => (
            <MenuItem key={demand.id} value={demand.id} sx={{ whiteSpace: 'normal' }}>
              {word('existing', phrasesOf(demand))}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {chosen ? <Chosen demand={chosen} /> : <DemandFields draft={draft} onChange={onDraft} />}
    </Stack>
  );
}

function Chosen({ demand }: { demand: FinancingDemand }) {
  const translate = useTranslate();
  const { securities, highestRate, repaymentMethods } = useDemandPhrases()(demand);
  return (
    <Alert severity="info" icon={false}>
      {[securities, highestRate, repaymentMethods, demand.note].filter(Boolean).join(' · ')}
      <br />
      {translate('rongqiao.financing.apply.demand.kept')}
    </Alert>
  );
}
