import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../financing/applications/Section';
import type { ApplicationCollateral, Collateral } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { capitalised, formatAmount, formatRate } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { useLocale } from '../../shared/useLocale';
import { VerbButtons } from '../../shared/VerbButtons';
import { Facts } from '../Facts';
import { AppraiseDialog, RegisterDialog, StateDialog } from './CollateralDialogs';

const chips: Readonly<Record<Collateral['state'], string>> = {
  stated: 'draft',
  proposed: 'pending',
  valued: 'checking',
  registered: 'active',
  released: 'ended',
};

const plainVerb = (name: string) => ({
  label: `rongqiao.guarantees.collateral.verbs.${name}`,
  consequence: `rongqiao.guarantees.collateral.consequences.${name}`,
});
const plainVerbs = { agreeCollateralValue: plainVerb('agreeCollateralValue'), releaseCollateral: plainVerb('releaseCollateral') };

type Props = { collateral: ApplicationCollateral; applicationId: string };

/** What a firm gives as security, with its value and where it is registered, and how large the loan is beside it. */
export function CollateralSection({ collateral, applicationId }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const [isStating, setStating] = useState(false);
  const { items, valueFen, loanToValueBps, mayState } = collateral;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.collateral.${key}`, values);
  if (items.length === 0 && !mayState) return null;
  return (
    <Section
      title={word('title')}
      lead={
        loanToValueBps === null
          ? word('lead')
          : word('worth', { value: formatAmount(valueFen, locale), rate: formatRate(loanToValueBps) })
      }
      action={
        mayState ? (
          <Button variant="outlined" onClick={() => setStating(true)}>
            {word('verbs.stateCollateral')}
          </Button>
        ) : undefined
      }
    >
      {items.length === 0 ? <Typography color="text.secondary">{word('none')}</Typography> : null}
      <Stack spacing={2}>
        {items.map(item => (
          <Item key={item.id} item={item} />
        ))}
      </Stack>
      {isStating ? <StateDialog applicationId={applicationId} onClose={() => setStating(false)} /> : null}
    </Section>
  );
}

function Item({ item }: { item: Collateral }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const [open, setOpen] = useState<'appraise' | 'register' | null>(null);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.collateral.${key}`, values);
  const may = (verb: string) => item.allowedVerbs.includes(verb);
  const fee = (fen: number) => (fen === 0 ? null : formatAmount(fen, locale));
  const close = () => setOpen(null);
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'divider', pl: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ mb: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600, flex: 1, minWidth: 160 }}>
          {capitalised(labelOf('securities', item.kind))} · {item.name}
        </Typography>
        <StateChip state={chips[item.state]} label={word(`states.${item.state}`)} />
      </Stack>
      <Facts
        facts={[
          [word('fields.certificate'), item.certificate],
          [word('fields.stated'), formatAmount(item.statedFen, locale)],
          [
            word('fields.value'),
            item.valueFen === null
              ? null
              : `${formatAmount(item.valueFen, locale)} · ${item.appraiser ?? word('agreed')} · ${item.appraisedOn}`,
          ],
          [word('fields.appraisalFee'), fee(item.appraisalFeeFen)],
          [
            word('fields.registration'),
            item.registrationNumber ? `${item.registry} · ${item.registrationNumber} · ${item.registeredOn}` : null,
          ],
          [word('fields.registrationFee'), fee(item.registrationFeeFen)],
          [word('fields.releasedOn'), item.releasedOn],
        ]}
      />
      <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 1, flexWrap: 'wrap' }}>
        {may('registerPledge') ? (
          <Button variant="contained" onClick={() => setOpen('register')}>
            {word('verbs.registerPledge')}
          </Button>
        ) : null}
        {may('appraiseCollateral') ? (
          <Button variant="outlined" onClick={() => setOpen('appraise')}>
            {word('verbs.appraiseCollateral')}
          </Button>
        ) : null}
        <VerbButtons resource="collaterals" record={item} verbs={plainVerbs} />
      </Stack>
      {open === 'appraise' ? <AppraiseDialog item={item} onClose={close} /> : null}
      {open === 'register' ? <RegisterDialog item={item} onClose={close} /> : null}
    </Box>
  );
}
