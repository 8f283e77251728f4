import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Button } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../../authProvider';
import type { Product } from '../../generated/schema';
import { operations as productOperations } from '../../products/operations';
import { Answered } from '../../shared/Answered';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { ApplyForm } from './ApplyForm';

/** A firm applies for one product, all on this page: what it needs, what the bank may see, submit. */
export function ApplyPage() {
  const { productId = '' } = useParams();
  const [parameters] = useSearchParams();
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const query = useAsk<{ product: Product }>(productOperations.products.one, { id: productId });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.${key}`, values);
  const product = query.data?.product;
  return (
    <Page
      title={product ? word('title', { name: product.terms.name }) : translate('rongqiao.financing.applications.apply')}
      lead={product ? `${product.institution.name} · ${word('lead')}` : word('lead')}
      actions={
        <Button component={Link} to={`/matches/${productId}?${parameters}`} startIcon={<ArrowBack />}>
          {word('back')}
        </Button>
      }
    >
      {me && (isUnconfirmed(me) || me.role === 'auditor') ? (
        <Alert severity="info">{word(me.role === 'auditor' ? 'readsOnly' : 'unconfirmed')}</Alert>
      ) : (
        <Answered query={query}>
          {({ product: shown }) =>
            shown.state === 'published' ? (
              <ApplyForm key={shown.id} product={shown} parameters={parameters} />
            ) : (
              <Alert severity="warning">{word('unavailable')}</Alert>
            )
          }
        </Answered>
      )}
    </Page>
  );
}
