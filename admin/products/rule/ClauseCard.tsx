import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Divider, IconButton, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Dictionary } from './attributes';
import { ComparisonRow } from './ComparisonRow';
import {
  type Clauses,
  isSamePlace,
  keyOf,
  movedClause,
  type Place,
  withAlternative,
  withComparison,
  withoutClause,
  withoutComparison,
  withPart,
} from './clauses';
import type { PlacedGap } from './gaps';

type PlacedSentence = { readonly place: Place; readonly text: string };

type Props = {
  dictionary: Dictionary;
  clauses: Clauses;
  index: number;
  /** The clause as firms will read it; empty while it is not complete. */
  sentence: string;
  gaps: readonly PlacedGap[];
  problems: readonly PlacedSentence[];
  onChange: (clauses: Clauses) => void;
};

/** One condition: a comparison, or several ways to meet it. */
export function ClauseCard({ dictionary, clauses, index, sentence, gaps, problems, onChange }: Props) {
  const translate = useTranslate();
  const word = (key: string, options = {}) => translate(`rongqiao.products.rule.${key}`, options);
  const clause = clauses[index] ?? [];
  const isChoice = clause.length > 1;
  return (
    <Paper component="li" sx={{ p: 1.5, listStyle: 'none', bgcolor: 'background.default' }}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="subtitle2" component="h3">
          {word('condition', { number: index + 1 })}
        </Typography>
        <Typography
          variant="body2"
          color={sentence ? 'text.primary' : 'text.secondary'}
          sx={{ flex: 1, minWidth: 0, pl: 1 }}
          aria-live="polite"
        >
          {sentence || word('incomplete')}
        </Typography>
        <IconButton
          size="small"
          aria-label={word('up', { number: index + 1 })}
          disabled={index === 0}
          onClick={() => onChange(movedClause(clauses, index, -1))}
        >
          <ArrowUpward fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={word('down', { number: index + 1 })}
          disabled={index === clauses.length - 1}
          onClick={() => onChange(movedClause(clauses, index, 1))}
        >
          <ArrowDownward fontSize="small" />
        </IconButton>
        {isChoice ? (
          <IconButton
            size="small"
            aria-label={word('removeClause', { number: index + 1 })}
            onClick={() => onChange(withoutClause(clauses, index))}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        ) : null}
      </Stack>
      <Stack spacing={1.5} divider={<Divider>{word('or')}</Divider>}>
        {clause.map((parts, alternative) => (
          <Box
            key={keyOf(index, alternative)}
            sx={isChoice ? { pl: 1.5, borderLeft: 3, borderColor: 'primary.light' } : undefined}
          >
            <Stack spacing={1.5}>
              {parts.map((comparison, part) => {
                const place = { clause: index, alternative, part };
                return (
                  <Box key={keyOf(index, alternative, part)}>
                    {part > 0 ? (
                      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
                        {word('and')}
                      </Typography>
                    ) : null}
                    <ComparisonRow
                      dictionary={dictionary}
                      comparison={comparison}
                      gap={gaps.find(gap => isSamePlace(gap.place, place))}
                      problems={problems.filter(problem => isSamePlace(problem.place, place)).map(({ text }) => text)}
                      onChange={next => onChange(withComparison(clauses, place, next))}
                      onRemove={() => onChange(withoutComparison(clauses, place))}
                    />
                  </Box>
                );
              })}
              {isChoice ? (
                <Button
                  size="small"
                  sx={{ alignSelf: 'flex-start' }}
                  onClick={() => onChange(withPart(clauses, index, alternative))}
                >
                  {word('addPart')}
                </Button>
              ) : null}
            </Stack>
          </Box>
        ))}
      </Stack>
      <Button size="small" sx={{ mt: 1 }} onClick={() => onChange(withAlternative(clauses, index))}>
        {word('addAlternative')}
      </Button>
    </Paper>
  );
}
