import {
  Box,
  Pagination,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { MatchRunProductPage } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { useAsk } from '../shared/useAsk';
import { matchRunProductsDocument } from './operations';
import { RunCount } from './RunFigures';

const perPage = 20;
const columns = ['entered', 'left', 'eligible', 'possible'] as const;

/** How many firms entered and left each product, those that moved most first. */
export function MovedProducts({ runId }: { runId: string }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.matchRuns.${key}`);
  const [page, setPage] = useState(1);
  const query = useAsk<{ matchRunProducts: MatchRunProductPage }>(matchRunProductsDocument, { runId, page, perPage });
  return (
    <Box component="section">
      <Typography variant="h5" component="h2">
        {say('moved')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        {say('movedLead')} {say('hiddenHelp')}
      </Typography>
      <Answered query={query}>
        {({ matchRunProducts: { items, total } }) =>
          total === 0 ? (
            <Empty title={say('nothingMoved.title')} hint={say('nothingMoved.hint')} />
          ) : (
            <Stack spacing={1.5}>
              <TableContainer component={Paper}>
                <Table size="small" sx={{ '& .MuiTableCell-root': { px: { xs: 0.75, sm: 2 } } }}>
                  <TableHead>
                    <TableRow>
                      <TableCell>{say('headings.product')}</TableCell>
                      {columns.map((column, place) => (
                        <TableCell key={column} align="right" sx={place > 1 ? wideOnly : undefined}>
                          {say(`headings.${column}`)}
                        </TableCell>
                      ))}
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {items.map(item => (
                      <TableRow key={item.id}>
                        <TableCell>
                          <Link to={`/products/${item.productId}/show`}>{item.name}</Link>
                          <Typography variant="body2" color="text.secondary">
                            {item.institution}
                            {item.isInForce ? '' : ` · ${say('gone')}`}
                          </Typography>
                        </TableCell>
                        {columns.map((column, place) => (
                          <TableCell key={column} align="right" sx={place > 1 ? wideOnly : undefined}>
                            <RunCount figure={item[column]} />
                          </TableCell>
                        ))}
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
              </TableContainer>
              {total > perPage ? (
                <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
              ) : null}
            </Stack>
          )
        }
      </Answered>
    </Box>
  );
}

/** A phone shows what moved; how many there are in all, a wider screen. */
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };
