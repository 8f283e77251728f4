import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MatchRank, ScorePart } from '../generated/schema';
import { useVocabulary } from '../products/useVocabulary';
import { formatAmount, formatDays, formatRate, formatTerm } from '../shared/format';
import { useLocale } from '../shared/useLocale';

type Props = {
  rank: MatchRank;
  /** The parts that count for this question; a part that nobody has is not drawn. */
  counted: readonly ScorePart[];
};

/** What a product's place rests on: each part in words with its unit, and how much of it the product earns. */
export function ScoreParts({ rank, counted }: Props) {
  const translate = useTranslate();
  const wordsOf = usePartWords(rank);
  return (
    <Box
      component="dl"
      aria-label={translate('rongqiao.matches.score.title')}
      sx={{
        m: 0,
        mt: 1.5,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))',
        columnGap: 1.25,
        rowGap: 1,
        maxWidth: 860,
      }}
    >
      <Part label={translate('rongqiao.matches.score.total')} value={rank.score} said={points(rank.score)} isStrong />
      {rank.parts
        .filter(({ part }) => counted.includes(part))
        .map(({ part, value }) => (
          <Part key={part} label={translate(`rongqiao.matches.score.parts.${part}`)} value={value ?? null} {...wordsOf(part)} />
        ))}
    </Box>
  );
}

/** A part as points of a hundred, the way people read a score. */
const points = (value: number): string => String(Math.round(value * 100));

type PartProps = { label: string; value: number | null; said: string; about?: string; isStrong?: boolean };

function Part({ label, value, said, about, isStrong = false }: PartProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="body2" color="text.secondary">
        {label}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        <Typography
          component="span"
          variant="body2"
          sx={{ fontWeight: 600 }}
          color={value === null ? 'text.secondary' : undefined}
        >
          {said}
        </Typography>
        <LinearProgress
          aria-hidden
          variant="determinate"
          value={(value ?? 0) * 100}
          color={isStrong ? 'success' : 'primary'}
          sx={{ my: 0.5, borderRadius: 1 }}
        />
        {about ? (
          <Typography component="span" variant="caption" color="text.secondary" sx={{ display: 'block' }}>
            {about}
          </Typography>
        ) : null}
      </Box>
    </Box>
  );
}

function usePartWords({ cost, chance, speed, parts }: MatchRank) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const word = (key: string, values: Record<string, unknown> = {}) => translate(`rongqiao.matches.score.${key}`, values);
  const say: Readonly<Record<ScorePart, () => { said: string; about?: string }>> = {
    cost: () => ({
      said: cost.missing ? word(`missing.${cost.missing}`) : costRange(cost.costBpsMin, cost.costBpsMax, word),
      about: word('reckonedFor', {
        amount: formatAmount(cost.amountFen, locale),
        term: formatTerm(cost.termMonths, locale),
        method: labelOf('repaymentMethods', cost.repaymentMethod),
      }),
    }),
    chance: () =>
      chance
        ? { said: word('chance', { share: Math.round(chance.approvalBps / 100) }), about: word(`basis.${chance.basis}`) }
        : { said: word('unknown') },
    speed: () => {
      if (!speed) return { said: word('notPromised') };
      if (speed.basis === 'promised') return { said: word('promised', { smart_count: speed.workingDaysPromised ?? 0 }) };
      return { said: word('measured', { time: formatDays(speed.days, locale) }), about: word('measuredBasis') };
    },
    amountFit: () => {
      const fit = parts.find(({ part }) => part === 'amountFit')?.value;
      return { said: fit === null || fit === undefined ? word('noLimit') : word('fit', { share: Math.floor(fit * 100) }) };
    },
  };
  return (part: ScorePart) => say[part]();
}

type Word = (key: string, values?: Record<string, unknown>) => string;

function costRange(low: number | null | undefined, high: number | null | undefined, word: Word): string {
  const isLow = low !== null && low !== undefined;
  const isHigh = high !== null && high !== undefined;
  if (isLow && isHigh) return low === high ? formatRate(low) : word('range', { low: formatRate(low), high: formatRate(high) });
  return isLow ? word('from', { value: formatRate(low) }) : word('upTo', { value: formatRate(high) });
}
