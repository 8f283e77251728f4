import { Box, Button, Chip, Pagination, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Product } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { VerbButtons } from '../shared/VerbButtons';
import { reviewQueueDocument } from './operations';
import { ChangeTable } from './terms/ChangeTable';
import { changesBetween } from './terms/changes';
import { Gaps } from './terms/Gaps';
import { Readings } from './terms/Readings';
import { TermsTable } from './terms/TermsTable';
import { useTermRows } from './terms/useTermRows';
import { reviewVerbs } from './verbs';

const perPage = 10;

/** The drafts that banks have handed in, each with what it would change, to publish or to return. */
export function ReviewQueue() {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const query = useAsk<{ products: { total: number; items: Product[] } }>(reviewQueueDocument, { page });
  return (
    <Page title={translate('rongqiao.products.review.title')} lead={translate('rongqiao.products.review.lead')}>
      <Answered query={query}>
        {({ products: { total, items } }) => (
          <Stack spacing={2}>
            {items.map(product => (
              <ReviewCard key={product.id} product={product} />
            ))}
            {total === 0 ? (
              <Empty title={translate('rongqiao.products.review.empty')} hint={translate('rongqiao.products.review.emptyHint')} />
            ) : null}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function ReviewCard({ product }: { product: Product }) {
  const translate = useTranslate();
  const rowsOf = useTermRows();
  const { terms, institution } = product;
  const draft = product.draft ?? terms;
  const word = (key: string, options = {}) => translate(`rongqiao.products.review.${key}`, options);
  const isRevision = draft.id !== terms.id;
  const changes = isRevision ? changesBetween(rowsOf(terms), rowsOf(draft)) : [];
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 1.5, alignItems: { sm: 'flex-start' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h6" component="h2">
            {draft.name}
          </Typography>
          <Typography color="text.secondary" variant="body2">
            {institution.name}
            {product.code ? ` · ${product.code}` : ''}
          </Typography>
          <Chip
            sx={{ mt: 0.75 }}
            size="small"
            color="info"
            label={isRevision ? word('revision', { from: terms.number, to: draft.number }) : word('first')}
          />
        </Box>
        <Button component={Link} to={`/products/${product.id}/show`}>
          {word('open')}
        </Button>
        <VerbButtons resource="products" record={product} verbs={reviewVerbs} />
      </Stack>
      <Stack spacing={2}>
        <Gaps gaps={draft.gaps} />
        {isRevision ? (
          <>
            <Typography variant="subtitle2" component="h3">
              {word('changes', { smart_count: changes.length })}
            </Typography>
            <ChangeTable changes={changes} />
          </>
        ) : (
          <TermsTable rows={rowsOf(draft).filter(({ lines }) => lines.length > 0)} />
        )}
        {draft.readings.length > 0 ? (
          <Box component="details">
            <Typography component="summary" sx={{ cursor: 'pointer', mb: 1 }}>
              {word('readings', { smart_count: draft.readings.length })}
            </Typography>
            <Readings readings={draft.readings} />
          </Box>
        ) : null}
      </Stack>
    </Paper>
  );
}
