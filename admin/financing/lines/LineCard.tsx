import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Figures } from '../../enterprises/Figures';
import type { CreditLine, Drawdown } from '../../generated/schema';
import { formatAmount, formatInstant, formatTerm } from '../../shared/format';
import { useLocale, useText } from '../../shared/useLocale';
import { VerbButtons } from '../../shared/VerbButtons';
import { Section } from '../applications/Section';
import type { Side } from '../applications/side';
import { DrawDialog, LineReasonDialog, PayDialog } from './dialogs';

const plainVerbs = {
  releaseLine: { label: 'rongqiao.financing.applications.verbs.releaseLine', consequence: 'rongqiao.financing.lines.release' },
  confirmLineConditions: {
    label: 'rongqiao.financing.applications.verbs.confirmLineConditions',
    consequence: 'rongqiao.financing.lines.confirm',
    isPrimary: true,
  },
};

type Open =
  | { readonly verb: 'requestDrawdown' | 'freezeLine' | 'closeLine' }
  | { readonly verb: 'payDrawdown' | 'declineDrawdown'; readonly drawdown: Drawdown };

/** One line: what of it is used, whether it can be drawn and if not why, and its drawdowns. */
export function LineCard({ line, side }: { line: CreditLine; side: Side }) {
  const translate = useTranslate();
  const locale = useLocale();
  const text = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.lines.${key}`, values);
  const verbWord = (verb: string) => translate(`rongqiao.financing.applications.verbs.${verb}`);
  const may = (verb: string) => line.allowedVerbs.includes(verb);
  const { limitFen, drawnFen, askedFen, availableFen, isRevolving, conditions, conditionsMetAt, block, reason, reasonText } =
    line;
  const figures = [
    { term: word('limit'), value: formatAmount(limitFen, locale) },
    { term: word(`drawn.${isRevolving}`), value: formatAmount(drawnFen, locale) },
    ...(askedFen > 0 ? [{ term: word('asked'), value: formatAmount(askedFen, locale) }] : []),
    { term: word('available'), value: formatAmount(block === null || block === 'fullyDrawn' ? availableFen : 0, locale) },
  ];
  const why = [line.blockText ? text(line.blockText) : null, reason ? text(reason.label) : null, reasonText]
    .filter(Boolean)
    .join(' · ');
  return (
    <Section
      title={`${side === 'bank' ? line.enterprise.name : line.institution.name} · ${line.productVersion.name}`}
      lead={[
        word(`kinds.${isRevolving}`),
        word('validUntil', { day: line.validUntil }),
        conditions ? word('conditions', { text: conditions }) + (conditionsMetAt ? word('conditionsMet') : '') : null,
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {may('requestDrawdown') ? (
            <Button variant="contained" onClick={() => setOpen({ verb: 'requestDrawdown' })}>
              {verbWord('requestDrawdown')}
            </Button>
          ) : null}
          <VerbButtons resource="creditLines" record={line} verbs={plainVerbs} />
          {(['freezeLine', 'closeLine'] as const).filter(may).map(verb => (
            <Button key={verb} variant="outlined" color="error" onClick={() => setOpen({ verb })}>
              {verbWord(verb)}
            </Button>
          ))}
        </Stack>
      }
    >
      <Stack spacing={1.5}>
        <Alert severity={block === null ? 'success' : 'warning'}>
          {block === null ? word('canDraw') : `${word('cannotDraw')} · ${why}`}
        </Alert>
        <LinearProgress
          variant="determinate"
          value={Math.min(100, (drawnFen / limitFen) * 100)}
          aria-label={word(`drawn.${isRevolving}`)}
          sx={{ height: 8, borderRadius: 4 }}
        />
        <Figures figures={figures} />
        <Typography variant="subtitle2">{word('drawdowns')}</Typography>
        {line.drawdowns.length === 0 ? <Typography color="text.secondary">{word('none')}</Typography> : null}
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {line.drawdowns.map(drawdown => (
            <DrawdownRow key={drawdown.number} drawdown={drawdown}>
              {drawdown.state === 'requested' && may('payDrawdown') ? (
                <Button size="small" variant="contained" onClick={() => setOpen({ verb: 'payDrawdown', drawdown })}>
                  {verbWord('payDrawdown')}
                </Button>
              ) : null}
              {drawdown.state === 'requested' && may('declineDrawdown') ? (
                <Button
                  size="small"
                  variant="outlined"
                  color="error"
                  onClick={() => setOpen({ verb: 'declineDrawdown', drawdown })}
                >
                  {verbWord('declineDrawdown')}
                </Button>
              ) : null}
            </DrawdownRow>
          ))}
        </Box>
      </Stack>
      {open ? <OpenDialog open={open} line={line} onClose={() => setOpen(null)} /> : null}
    </Section>
  );
}

function OpenDialog({ open, line, onClose }: { open: Open; line: CreditLine; onClose: () => void }) {
  if (open.verb === 'requestDrawdown') return <DrawDialog line={line} onClose={onClose} />;
  if (open.verb === 'payDrawdown') return <PayDialog line={line} drawdown={open.drawdown} onClose={onClose} />;
  if (open.verb === 'declineDrawdown')
    return <LineReasonDialog line={line} verb={open.verb} drawdown={open.drawdown} onClose={onClose} />;
  return <LineReasonDialog line={line} verb={open.verb} onClose={onClose} />;
}

function DrawdownRow({ drawdown, children }: { drawdown: Drawdown; children: ReactNode }) {
  const translate = useTranslate();
  const locale = useLocale();
  const text = useText();
  const word = (key: string) => translate(`rongqiao.financing.lines.${key}`);
  const { number, amountFen, termMonths, state, transactionId, requestedAt } = drawdown;
  const said = [drawdown.reason ? text(drawdown.reason.label) : null, drawdown.reasonText].filter(Boolean).join(' · ');
  return (
    <Stack
      component="li"
      direction="row"
      useFlexGap
      spacing={1}
      sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', flexWrap: 'wrap', alignItems: 'center' }}
    >
      <Typography variant="body2" sx={{ flex: 1, minWidth: 220 }}>
        {number}. {formatInstant(requestedAt).slice(0, 10)} · <strong>{formatAmount(amountFen, locale)}</strong> ·{' '}
        {formatTerm(termMonths, locale)} · {word(`states.${state}`)}
        {said ? ` · ${said}` : ''}
      </Typography>
      {transactionId ? (
        <Button size="small" component={Link} to={`/transactions/${transactionId}/show`}>
          {word('loan')}
        </Button>
      ) : null}
      {children}
    </Stack>
  );
}
