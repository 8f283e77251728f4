import { Box, Button, Chip, Link as MuiLink, Paper, Stack, Typography } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Product } from '../generated/schema';
import { capitalised } from '../shared/format';
import { ProductStates } from './ProductStates';
import { RateFigure } from './terms/RateFigure';
import { useSayings } from './terms/useSayings';
import { useVocabulary } from './useVocabulary';

type Props = { product: Product; showsState: boolean; asksEligibility: boolean };

/** One product of the catalogue: what it costs first, then how much, how long, on what security. Asking again draws only what has changed. */
export const ProductCard = memo(function ProductCard({ product, showsState, asksEligibility }: Props) {
  const translate = useTranslate();
  const say = useSayings();
  const { labelOf, labelsOf } = useVocabulary();
  const { terms } = product;
  const isLoan = terms.category !== 'insurance';
  const facts = [
    [isLoan ? 'amount' : 'cover', say.amount(terms)],
    ['term', say.term(terms)],
    ...(isLoan
      ? ([
          ['securities', say.securities(terms)],
          ['repaymentMethods', say.list(terms.repaymentMethods.map(code => labelOf('repaymentMethods', code)))],
        ] as const)
      : []),
  ] as const;
  return (
    <Paper component="article" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.25, minWidth: 0 }}>
      <Box>
        <MuiLink component={Link} to={`/products/${product.id}/show`} underline="hover" color="text.primary">
          <Typography variant="h6" component="h2">
            {terms.name}
          </Typography>
        </MuiLink>
        <Typography variant="body2" color="text.secondary">
          {product.institution.name}
        </Typography>
      </Box>
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
        {showsState ? <ProductStates product={product} /> : null}
        <Chip size="small" label={labelOf('categories', terms.category)} />
        {labelsOf(terms).map(label => (
          <Chip key={label} size="small" variant="outlined" label={label} />
        ))}
      </Stack>
      {isLoan ? <RateFigure rates={terms.rates} /> : null}
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.5, rowGap: 0.25 }}>
        {facts.map(([field, value]) => (
          <Box key={field} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {translate(`rongqiao.products.fields.${field}`)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {capitalised(value || translate('rongqiao.shared.notStated'))}
            </Typography>
          </Box>
        ))}
      </Box>
      {product.stateReason && showsState ? (
        <Typography variant="body2" color="warning">
          {translate('rongqiao.products.reasonGiven', { reason: product.stateReason })}
        </Typography>
      ) : null}
      <Stack direction="row" spacing={1} sx={{ mt: 'auto' }}>
        <Button component={Link} to={`/products/${product.id}/show`} variant="outlined">
          {translate('rongqiao.products.details')}
        </Button>
        {asksEligibility && isLoan ? (
          <Button component={Link} to={`/matches/${product.id}`} variant="contained">
            {translate('rongqiao.products.qualify')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
});
