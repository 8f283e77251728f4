import { Alert, Button, FormControlLabel, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import { Section } from '../../financing/applications/Section';
import { useRun } from '../../financing/useRun';
import type { GuarantorCapital } from '../../generated/schema';
import { wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { Answered } from '../../shared/Answered';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount, formatInstant } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { Facts } from '../Facts';
import { capitalDocument } from '../operations';

const useWord = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.capital.${key}`, values);
};

/** What a guarantor's limits are reckoned from, and how much of the first of them is used. */
export function CapitalSection({ me }: { me: Me }) {
  const word = useWord();
  const locale = useLocale();
  const [isStating, setStating] = useState(false);
  const query = useAsk<{ myCapital: GuarantorCapital | null }>(capitalDocument);
  const action =
    me.role === 'auditor' ? undefined : (
      <Button variant="outlined" onClick={() => setStating(true)}>
        {word('state')}
      </Button>
    );
  return (
    <Section title={word('title')} lead={word('lead')} action={action}>
      <Answered query={query}>
        {({ myCapital: capital }) => {
          if (!capital) return <Alert severity="warning">{word('unknown')}</Alert>;
          const { asOf, netAssetsFen, outsideLiabilityFen, liabilityFen, isSmallAndFarm } = capital;
          const times = (outsideLiabilityFen + liabilityFen) / netAssetsFen;
          return (
            <Facts
              facts={[
                [word('netAssets', { day: asOf }), formatAmount(netAssetsFen, locale)],
                [word('liability'), formatAmount(liabilityFen + outsideLiabilityFen, locale)],
                [word('leverage'), word('times', { times: times.toFixed(2), most: isSmallAndFarm ? 15 : 10 })],
              ]}
            />
          );
        }}
      </Answered>
      {isStating ? <CapitalDialog known={query.data?.myCapital ?? null} onClose={() => setStating(false)} /> : null}
    </Section>
  );
}

function CapitalDialog({ known, onClose }: { known: GuarantorCapital | null; onClose: () => void }) {
  const word = useWord();
  const translate = useTranslate();
  const [asOf, setAsOf] = useState(known?.asOf ?? formatInstant(new Date().toISOString()).slice(0, 10));
  const [netAssetsFen, setNetAssets] = useState<number | null>(known?.netAssetsFen ?? null);
  const [outsideFen, setOutside] = useState<number | null>(known?.outsideLiabilityFen ?? 0);
  const [isSmallAndFarm, setSmallAndFarm] = useState(known?.isSmallAndFarm ?? false);
  const { run, isRunning, refusal } = useRun('guarantees', 'stateCapital', onClose);
  const wan = translate('rongqiao.products.units.wan');
  return (
    <FormDialog
      title={word('state')}
      text={word('text')}
      confirm={word('state')}
      isRunning={isRunning}
      isOff={!netAssetsFen || outsideFen === null || Number.isNaN(outsideFen) || asOf === ''}
      refusal={refusal}
      onConfirm={() => void run({ input: { asOf, netAssetsFen, outsideLiabilityFen: outsideFen, isSmallAndFarm } })}
      onClose={onClose}
    >
      <TextField
        type="date"
        required
        label={word('asOf')}
        value={asOf}
        onChange={event => setAsOf(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <FigureField label={word('net')} unit={wan} scale={wanScale} value={netAssetsFen} onChange={setNetAssets} isRequired />
      <FigureField label={word('outside')} unit={wan} scale={wanScale} value={outsideFen} onChange={setOutside} isRequired />
      <FormControlLabel
        control={<Switch checked={isSmallAndFarm} onChange={event => setSmallAndFarm(event.target.checked)} />}
        label={word('smallAndFarm')}
      />
    </FormDialog>
  );
}
