import {
  Box,
  Pagination,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportBatch, ImportProblem } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { formatCount } from '../shared/format';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { importProblemsDocument } from './operations';

const perPage = 50;

type Answer = { importProblems: { items: readonly ImportProblem[]; total: number } };

/** Every place of the file that needs mending: row, column, what is there and what it should be. */
export function Problems({ batch }: { batch: ImportBatch }) {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const isWide = useMediaQuery('(min-width: 900px)');
  const isDone = batch.state !== 'checking';
  const query = useAsk<Answer>(importProblemsDocument, { batchId: batch.id, list: { page, perPage } }, { enabled: isDone });
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.imports.batch.${key}`, values);
  if (!isDone) return null;
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
      <Typography variant="h6" component="h2">
        {say('problems')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {say('problemsHint')}
      </Typography>
      <Answered query={query}>
        {({ importProblems: { items, total } }) => (
          <Stack spacing={1.5}>
            {total < batch.problemCount ? (
              <Typography variant="body2">
                {say('problemsMore', { listed: formatCount(total), total: formatCount(batch.problemCount) })}
              </Typography>
            ) : null}
            {isWide ? <ProblemTable problems={items} /> : <ProblemCards problems={items} />}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Paper>
  );
}

type Props = { problems: readonly ImportProblem[] };

const keyOf = (problem: ImportProblem) => `${problem.sheet}/${problem.row}/${problem.column}/${problem.expected.zh}`;

function ProblemTable({ problems }: Props) {
  const translate = useTranslate();
  const text = useText();
  const hasSheets = problems.some(problem => problem.sheet !== null);
  const say = (key: string) => translate(`rongqiao.imports.batch.${key}`);
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {hasSheets ? <TableCell>{say('problem.sheet')}</TableCell> : null}
          <TableCell align="right">{say('problem.row')}</TableCell>
          <TableCell>{say('problem.column')}</TableCell>
          <TableCell>{say('problem.value')}</TableCell>
          <TableCell>{say('problem.expected')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {problems.map(problem => (
          <TableRow key={keyOf(problem)}>
            {hasSheets ? <TableCell>{problem.sheet}</TableCell> : null}
            <TableCell align="right">{problem.row}</TableCell>
            <TableCell>{problem.column ?? say('wholeRow')}</TableCell>
            <TableCell sx={{ color: 'error.main', overflowWrap: 'anywhere' }}>
              {problem.value || (problem.column ? say('emptyCell') : '—')}
            </TableCell>
            <TableCell>{text(problem.expected)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ProblemCards({ problems }: Props) {
  const translate = useTranslate();
  const text = useText();
  const say = (key: string) => translate(`rongqiao.imports.batch.${key}`);
  return problems.map(problem => (
    <Box key={keyOf(problem)} sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
      <Typography sx={{ fontWeight: 600 }}>
        {[problem.sheet, `${say('problem.row')} ${problem.row}`, problem.column ?? say('wholeRow')].filter(Boolean).join(' · ')}
      </Typography>
      {problem.column ? (
        <Typography variant="body2" color="error" sx={{ overflowWrap: 'anywhere' }}>
          {problem.value || say('emptyCell')}
        </Typography>
      ) : null}
      <Typography variant="body2">{text(problem.expected)}</Typography>
    </Box>
  ));
}
