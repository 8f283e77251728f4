import EditOutlined from '@mui/icons-material/EditOutlined';
import { Alert, AlertTitle, Button, Chip, Stack, Typography } from '@mui/material';
import { ShowBase, usePermissions, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Product } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { Page } from '../shared/Page';
import { VerbButtons } from '../shared/VerbButtons';
import { ProductStates } from './ProductStates';
import { Gaps } from './terms/Gaps';
import { VersionSections } from './terms/VersionSections';
import { useVocabulary } from './useVocabulary';
import { VersionHistory } from './VersionHistory';
import { productVerbs } from './verbs';
import { whole } from './wholeRecord';

/** One product: what it costs, what it asks, and, for those who keep it, what can be done with it. */
export const ProductShow = () => (
  <ShowBase queryOptions={whole}>
    <ShownProduct />
  </ShowBase>
);

function ShownProduct() {
  const { record, error, refetch } = useShowContext<Product>();
  const { permissions: me } = usePermissions<Me>();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!record || !me) return null;
  return <ProductPage product={record} me={me} />;
}

function ProductPage({ product, me }: { product: Product; me: Me }) {
  const translate = useTranslate();
  const { labelOf, labelsOf } = useVocabulary();
  const { terms, draft } = product;
  const isKeeper = product.allowedVerbs.length > 0;
  return (
    <Page
      title={terms.name}
      lead={product.code ? `${product.institution.name} · ${product.code}` : product.institution.name}
      actions={
        <>
          {me.organisation.kind === 'enterprise' ? (
            <Button component={Link} to={`/matches/${product.id}`} variant="contained" size="large">
              {translate('rongqiao.products.qualify')}
            </Button>
          ) : null}
          {product.allowedVerbs.includes('updateProduct') ? (
            <Button component={Link} to={`/products/${product.id}`} variant="outlined" startIcon={<EditOutlined />}>
              {translate('ra.action.edit')}
            </Button>
          ) : null}
          <VerbButtons resource="products" record={product} verbs={productVerbs} />
        </>
      }
    >
      <Stack spacing={2}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {isKeeper ? <ProductStates product={product} /> : null}
          <Chip size="small" label={labelOf('categories', terms.category)} />
          {labelsOf(terms).map(label => (
            <Chip key={label} size="small" variant="outlined" label={label} />
          ))}
        </Stack>
        {isKeeper ? <Standing product={product} /> : null}
        {isKeeper ? <Gaps gaps={(draft ?? terms).gaps} /> : null}
        <VersionSections version={terms} showsReadings={isKeeper} />
        <Typography variant="body2" color="text.secondary">
          {product.firstPublishedOn ? translate('rongqiao.products.firstPublished', { day: product.firstPublishedOn }) : null}
        </Typography>
        <VersionHistory productId={product.id} />
      </Stack>
    </Page>
  );
}

/** Why it was returned, suspended or withdrawn, and what firms see while a revision is under way. */
function Standing({ product }: { product: Product }) {
  const translate = useTranslate();
  const { state, revision, stateReason, draft, terms } = product;
  const isRevised = draft !== null && draft.id !== terms.id;
  return (
    <>
      {stateReason ? (
        <Alert severity={state === 'suspended' || state === 'withdrawn' ? 'error' : 'warning'}>
          <AlertTitle>
            {translate(`rongqiao.products.reason.${state === 'suspended' || state === 'withdrawn' ? state : 'returned'}`)}
          </AlertTitle>
          {stateReason}
        </Alert>
      ) : null}
      {isRevised ? (
        <Alert severity="info">
          {translate(`rongqiao.products.underRevision.${revision === 'inReview' ? 'inReview' : 'draft'}`, {
            number: draft.number,
            current: terms.number,
          })}
        </Alert>
      ) : null}
      {!isRevised && state === 'draft' ? <Alert severity="info">{translate('rongqiao.products.nextSteps.draft')}</Alert> : null}
      {!isRevised && state === 'inReview' ? (
        <Alert severity="info">{translate('rongqiao.products.nextSteps.inReview')}</Alert>
      ) : null}
    </>
  );
}
