import { Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRun } from '../financing/useRun';
import type { SupportPolicy } from '../generated/schema';
import { useVocabulary } from '../products/useVocabulary';
import { FormDialog } from '../shared/FormDialog';
import { formatAmount, formatRate } from '../shared/format';
import { useLocale, useText } from '../shared/useLocale';

/** A policy in one look: what it pays, on which loans, when, and whose it is. */
export function PolicyCard({ policy }: { policy: SupportPolicy }) {
  const translate = useTranslate();
  const terms = useTerms()(policy);
  const [isEnding, setIsEnding] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.policies.${key}`, values);
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h6" component="h2">
          {policy.name}
        </Typography>
        {policy.endedAt ? <Chip size="small" label={word('isEnded')} /> : null}
      </Stack>
      <Typography variant="body2" color="text.secondary">
        {policy.department.name} · {policy.source}
      </Typography>
      <Typography sx={{ mt: 1, fontWeight: 600 }}>{terms.pays}</Typography>
      <Typography variant="body2">{terms.loans}</Typography>
      {policy.otherConditions ? <Typography variant="body2">{word('other', { text: policy.otherConditions })}</Typography> : null}
      {policy.allowedVerbs.includes('endSupportPolicy') ? (
        <Button variant="outlined" color="error" size="small" onClick={() => setIsEnding(true)} sx={{ mt: 1.5 }}>
          {word('end')}
        </Button>
      ) : null}
      {isEnding ? <EndDialog policy={policy} onClose={() => setIsEnding(false)} /> : null}
    </Paper>
  );
}

/** What a policy pays and on which loans, each as one line. */
function useTerms() {
  const translate = useTranslate();
  const locale = useLocale();
  const text = useText();
  const { labelOf } = useVocabulary();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.policies.${key}`, values);
  const comma = locale === 'zh' ? '、' : ', ';
  return (policy: SupportPolicy) => {
    const { kind, rateBps, benchmarkBps, monthsMax, capFen, payout, validFrom, validUntil } = policy;
    const pays = [
      word(`pays.${kind}`, { rate: formatRate(rateBps) }),
      benchmarkBps === null ? '' : word('benchmark', { rate: formatRate(benchmarkBps) }),
      monthsMax === null ? '' : word('months', { count: monthsMax }),
      capFen === null ? '' : word('cap', { amount: formatAmount(capFen, locale) }),
      word(`payouts.${payout}`),
    ];
    const loans = [
      policy.region ? word('where', { region: text(policy.region) }) : '',
      policy.securities.length > 0
        ? word('securities', { names: policy.securities.map(code => labelOf('securities', code)).join(comma) })
        : '',
      policy.categories.length > 0
        ? word('categories', { names: policy.categories.map(code => labelOf('categories', code)).join(comma) })
        : '',
      policy.loanFenMax === null ? '' : word('loanMax', { amount: formatAmount(policy.loanFenMax, locale) }),
      validUntil === null ? word('since', { from: validFrom }) : word('between', { from: validFrom, until: validUntil }),
    ];
    const joined = (parts: readonly string[]) => parts.filter(Boolean).join(locale === 'zh' ? '，' : ', ');
    const sentence = joined(loans);
    return { pays: joined(pays), loans: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
  };
}

function EndDialog({ policy, onClose }: { policy: SupportPolicy; onClose: () => void }) {
  const translate = useTranslate();
  const { run, isRunning, refusal } = useRun('supportPolicies', 'endSupportPolicy', onClose, 'rongqiao.policies.ended');
  return (
    <FormDialog
      title={translate('rongqiao.policies.endTitle', { name: policy.name })}
      text={translate('rongqiao.policies.endText')}
      confirm={translate('rongqiao.policies.end')}
      isRunning={isRunning}
      refusal={refusal}
      onConfirm={() => void run({ id: policy.id, version: policy.version })}
      onClose={onClose}
    />
  );
}
