import { MenuItem, Pagination, Skeleton, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { MarketDemand } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { capitalised } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { GrabDialog } from './GrabDialog';
import { MarketCard } from './MarketCard';
import { operations } from './operations';

const perPage = 20;

/** What firms have opened to all banks and a product of the reader's bank fits. The filters are in the address. */
export function MarketPage() {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const [chosen, setChosen] = useState<MarketDemand | null>(null);
  const { choicesOf } = useVocabulary();
  const page = Number(parameters.get('page')) || 1;
  const route = parameters.get('route') ?? '';
  const purpose = parameters.get('purpose') ?? '';
  const query = useAsk<{ marketDemands: { items: readonly MarketDemand[]; total: number } }>(operations.marketDemands.list, {
    list: { page, perPage, filter: { route: route || null, purpose: purpose || null } },
  });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.open.${key}`, values);
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'page') next.delete('page');
    setParameters(next, { replace: true });
  };
  const choice = (name: 'route' | 'purpose', value: string, choices: readonly { id: string; name: string }[]) => (
    <TextField
      select
      size="small"
      label={word(`filters.${name}`)}
      value={value}
      onChange={event => put(name, event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: { xs: '100%', sm: 200 } }}
    >
      <MenuItem value="">{word('filters.any')}</MenuItem>
      {choices.map(({ id, name: label }) => (
        <MenuItem key={id} value={id}>
          {capitalised(label)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 1.5 }}>
        {choice(
          'route',
          route,
          ['grab', 'auction'].map(id => ({ id, name: word(`routes.${id}`) })),
        )}
        {choice('purpose', purpose, choicesOf('purposes'))}
      </Stack>
      <Answered query={query} loading={<Skeleton variant="rounded" height={130} />}>
        {({ marketDemands: { items, total } }) => (
          <Stack spacing={1.5} aria-busy={query.isFetching}>
            {total > 0 ? (
              <Typography variant="body2" color="text.secondary">
                {word('count', { smart_count: total })}
              </Typography>
            ) : (
              <Empty title={word('empty.title')} hint={word('empty.hint')} />
            )}
            {items.map(demand => (
              <MarketCard key={demand.id} demand={demand} onTake={() => setChosen(demand)} />
            ))}
            {total > perPage ? (
              <Pagination
                count={Math.ceil(total / perPage)}
                page={page}
                onChange={(_, next) => put('page', next > 1 ? String(next) : '')}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
      {chosen ? <GrabDialog demand={chosen} onClose={() => setChosen(null)} /> : null}
    </Page>
  );
}
