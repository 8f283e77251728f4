import { MenuItem, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../financing/demands/Choices';
import { useRun } from '../financing/useRun';
import type { SupportKind, SupportPayout, SupportPolicyInput } from '../generated/schema';
import { percentScale, type Scale, wanScale, wholeScale } from '../products/figures';
import { FigureField } from '../products/form/FigureField';
import { useVocabulary } from '../products/useVocabulary';
import { FormDialog } from '../shared/FormDialog';
import { formatInstant } from '../shared/format';
import { Field } from '../shared/Refused';
import { RegionPicker } from '../shared/RegionInput';

const kinds: readonly SupportKind[] = ['interestShare', 'interestPoints', 'feeShare'];
const payouts: readonly SupportPayout[] = ['withInstalments', 'yearly', 'atMaturity'];

type Draft = Omit<SupportPolicyInput, 'rateBps'> & { readonly rateBps: number | null };

const emptyDraft = (): Draft => ({
  name: '',
  source: '',
  kind: 'interestShare',
  rateBps: null,
  benchmarkBps: null,
  monthsMax: null,
  capFen: null,
  payout: 'yearly',
  regionCode: null,
  securities: [],
  categories: [],
  loanFenMax: null,
  otherConditions: null,
  validFrom: formatInstant(new Date().toISOString()).slice(0, 10),
  validUntil: null,
});

/** A department writes down the terms on which it pays. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { choicesOf } = useVocabulary();
  const [draft, setDraft] = useState(emptyDraft);
  const { run, isRunning, refusal } = useRun('supportPolicies', 'publishSupportPolicy', onClose, 'rongqiao.policies.published');
  const word = (key: string) => translate(`rongqiao.policies.${key}`);
  const set = (changes: Partial<Draft>) => setDraft(before => ({ ...before, ...changes }));
  const text = (key: 'name' | 'source' | 'otherConditions', label: string, helperText?: string) => (
    <Field
      name={key}
      label={word(`form.${label}`)}
      helperText={helperText}
      value={draft[key] ?? ''}
      onChange={event => set({ [key]: event.target.value })}
    />
  );
  const figure = (
    key: 'rateBps' | 'benchmarkBps' | 'monthsMax' | 'capFen' | 'loanFenMax',
    label: string,
    unit: string,
    scale: Scale,
  ) => (
    <FigureField
      name={key}
      label={word(`form.${label}`)}
      unit={unit}
      scale={scale}
      value={draft[key] ?? null}
      onChange={value => set({ [key]: value })}
    />
  );
  const day = (key: 'validFrom' | 'validUntil') => (
    <Field
      fullWidth
      name={key}
      type="date"
      label={word(`form.${key}`)}
      value={draft[key] ?? ''}
      onChange={event => set({ [key]: event.target.value || null })}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  const wan = translate('rongqiao.products.units.wan');
  const isReady = draft.name.trim() && draft.source.trim() && draft.rateBps && draft.validFrom;
  return (
    <FormDialog
      title={word('publish')}
      text={word('form.text')}
      confirm={word('publish')}
      isRunning={isRunning}
      isOff={!isReady}
      refusal={refusal}
      onConfirm={() => void run({ input: draft })}
      onClose={onClose}
    >
      {text('name', 'name')}
      {text('source', 'source', word('form.sourceHelp'))}
      <Field
        select
        name="kind"
        label={word('form.kind')}
        value={draft.kind}
        onChange={event => set({ kind: event.target.value as SupportKind, benchmarkBps: null })}
      >
        {kinds.map(kind => (
          <MenuItem key={kind} value={kind}>
            {word(`form.kinds.${kind}`)}
          </MenuItem>
        ))}
      </Field>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        {figure('rateBps', draft.kind === 'interestPoints' ? 'points' : 'rate', '%', percentScale)}
        {draft.kind === 'interestShare' ? figure('benchmarkBps', 'benchmark', '%', percentScale) : null}
      </Stack>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        {figure('monthsMax', 'monthsMax', '', wholeScale)}
        {figure('capFen', 'cap', wan, wanScale)}
      </Stack>
      <Field
        select
        name="payout"
        label={word('form.payout')}
        value={draft.payout}
        onChange={event => set({ payout: event.target.value as SupportPayout })}
      >
        {payouts.map(payout => (
          <MenuItem key={payout} value={payout}>
            {word(`payouts.${payout}`)}
          </MenuItem>
        ))}
      </Field>
      <RegionPicker
        label={word('form.region')}
        code={draft.regionCode ?? null}
        onChange={regionCode => set({ regionCode })}
        deepestLevel={3}
      />
      {figure('loanFenMax', 'loanMax', wan, wanScale)}
      <Choices
        name="securities"
        label={word('form.securities')}
        hint={word('form.securitiesHelp')}
        choices={choicesOf('securities')}
        chosen={draft.securities}
        onChange={securities => set({ securities: securities as Draft['securities'] })}
      />
      {text('otherConditions', 'other', word('form.otherHelp'))}
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        {day('validFrom')}
        {day('validUntil')}
      </Stack>
    </FormDialog>
  );
}
