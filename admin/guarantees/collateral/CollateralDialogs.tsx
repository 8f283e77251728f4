import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRun } from '../../financing/useRun';
import type { Collateral, CollateralKind } from '../../generated/schema';
import { wanScale, yuanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useVocabulary } from '../../products/useVocabulary';
import { FormDialog } from '../../shared/FormDialog';
import { formatInstant } from '../../shared/format';
import { useText } from '../../shared/useLocale';

const kinds: readonly CollateralKind[] = [
  'PATENT_PLEDGE',
  'TRADEMARK_PLEDGE',
  'REAL_ESTATE_MORTGAGE',
  'RECEIVABLES_PLEDGE',
  'LAND_MANAGEMENT_RIGHT',
  'BIOLOGICAL_ASSET',
];

const useWord = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.collateral.${key}`, values);
};
const today = () => formatInstant(new Date().toISOString()).slice(0, 10);

/** The firm states what it gives as security. */
export function StateDialog({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const word = useWord();
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const [kind, setKind] = useState<CollateralKind>('PATENT_PLEDGE');
  const [name, setName] = useState('');
  const [certificate, setCertificate] = useState('');
  const [statedFen, setStated] = useState<number | null>(null);
  const { run, isRunning, refusal } = useRun('collaterals', 'stateCollateral', onClose);
  return (
    <FormDialog
      title={word('verbs.stateCollateral')}
      text={word('stateText')}
      confirm={word('verbs.stateCollateral')}
      isRunning={isRunning}
      isOff={name.trim().length < 2 || certificate.trim().length < 2 || !statedFen}
      refusal={refusal}
      onConfirm={() => void run({ applicationId, input: { kind, name, certificate, statedFen } })}
      onClose={onClose}
    >
      <TextField
        select
        required
        label={word('fields.kind')}
        value={kind}
        onChange={event => setKind(event.target.value as CollateralKind)}
      >
        {kinds.map(each => (
          <MenuItem key={each} value={each}>
            {labelOf('securities', each)}
          </MenuItem>
        ))}
      </TextField>
      <TextField required label={word('fields.name')} value={name} onChange={event => setName(event.target.value)} />
      <TextField
        required
        label={word('fields.certificate')}
        value={certificate}
        onChange={event => setCertificate(event.target.value)}
      />
      <FigureField
        label={word('fields.stated')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={statedFen}
        onChange={setStated}
        isRequired
      />
    </FormDialog>
  );
}

/** The bank records what it is worth, or what it proposes that it is worth. */
export function AppraiseDialog({ item, onClose }: { item: Collateral; onClose: () => void }) {
  const word = useWord();
  const translate = useTranslate();
  const [appraiser, setAppraiser] = useState(item.appraiser ?? '');
  const [appraisedOn, setOn] = useState(today());
  const [valueFen, setValue] = useState<number | null>(item.valueFen);
  const [feeFen, setFee] = useState<number | null>(item.appraisalFeeFen);
  const { run, isRunning, refusal } = useRun('collaterals', 'appraiseCollateral', onClose);
  return (
    <FormDialog
      title={word('verbs.appraiseCollateral')}
      text={word(item.isValueAgreed ? 'proposeText' : 'appraiseText')}
      confirm={word('verbs.appraiseCollateral')}
      isRunning={isRunning}
      isOff={!valueFen || (!item.isValueAgreed && appraiser.trim() === '')}
      refusal={refusal}
      onConfirm={() =>
        void run({
          id: item.id,
          version: item.version,
          input: { appraiser: appraiser.trim() || null, appraisedOn, valueFen, feeFen },
        })
      }
      onClose={onClose}
    >
      <FigureField
        label={word('fields.value')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={valueFen}
        onChange={setValue}
        isRequired
      />
      <TextField
        required={!item.isValueAgreed}
        label={word('fields.appraiser')}
        helperText={item.isValueAgreed ? word('appraiserHelp') : undefined}
        value={appraiser}
        onChange={event => setAppraiser(event.target.value)}
      />
      <Day label={word('fields.appraisedOn')} value={appraisedOn} onChange={setOn} />
      <Fee value={feeFen} onChange={setFee} label={word('fields.appraisalFee')} />
    </FormDialog>
  );
}

/** The bank records where and under which number it was registered. */
export function RegisterDialog({ item, onClose }: { item: Collateral; onClose: () => void }) {
  const word = useWord();
  const text = useText();
  const [registry, setRegistry] = useState(text(item.usualRegistry));
  const [registrationNumber, setNumber] = useState('');
  const [registeredOn, setOn] = useState(today());
  const [feeFen, setFee] = useState<number | null>(0);
  const { run, isRunning, refusal } = useRun('collaterals', 'registerPledge', onClose);
  return (
    <FormDialog
      title={word('verbs.registerPledge')}
      text={word('registerText')}
      confirm={word('verbs.registerPledge')}
      isRunning={isRunning}
      isOff={registry.trim().length < 2 || registrationNumber.trim().length < 2}
      refusal={refusal}
      onConfirm={() =>
        void run({ id: item.id, version: item.version, input: { registry, registrationNumber, registeredOn, feeFen } })
      }
      onClose={onClose}
    >
      <TextField required label={word('fields.registry')} value={registry} onChange={event => setRegistry(event.target.value)} />
      <TextField
        autoFocus
        required
        label={word('fields.registrationNumber')}
        value={registrationNumber}
        onChange={event => setNumber(event.target.value)}
      />
      <Day label={word('fields.registeredOn')} value={registeredOn} onChange={setOn} />
      <Fee value={feeFen} onChange={setFee} label={word('fields.registrationFee')} />
    </FormDialog>
  );
}

type Input<Value> = { label: string; value: Value; onChange: (value: Value) => void };

const Day = ({ label, value, onChange }: Input<string>) => (
  <TextField
    type="date"
    required
    label={label}
    value={value}
    onChange={event => onChange(event.target.value)}
    slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today() } }}
  />
);

/** What the firm is charged: no more than its cost sheet says. */
function Fee({ label, value, onChange }: Input<number | null>) {
  const word = useWord();
  const translate = useTranslate();
  return (
    <FigureField
      label={label}
      unit={translate('rongqiao.products.units.yuan')}
      scale={yuanScale}
      value={value}
      onChange={onChange}
      helperText={word('feeHelp')}
    />
  );
}
