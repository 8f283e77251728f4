import { Alert, Button } from '@mui/material';
import { EditBase, useEditContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Product } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { Page } from '../shared/Page';
import { ProductForm } from './form/ProductForm';
import { formOf, inputOf } from './form/termsForm';
import { whole } from './wholeRecord';

/** Edits the draft of a product; of a published one, opens its next version while the present one stays in force. */
export const ProductEdit = () => (
  <EditBase mutationMode="pessimistic" redirect="show" queryOptions={whole} transform={inputOf}>
    <EditedProduct />
  </EditBase>
);

function EditedProduct() {
  const translate = useTranslate();
  const { record, error, refetch } = useEditContext<Product>();
  if (error) return <Failed error={error as Error} onRetry={() => void refetch()} />;
  if (!record) return null;
  const { terms, draft, state } = record;
  const back = (
    <Button component={Link} to={`/products/${record.id}/show`}>
      {translate('rongqiao.products.form.back')}
    </Button>
  );
  return (
    <Page
      title={translate('rongqiao.products.form.editTitle', { name: (draft ?? terms).name })}
      lead={record.institution.name}
      actions={back}
    >
      {record.allowedVerbs.includes('updateProduct') ? (
        <>
          {state === 'published' && draft === null ? (
            <Alert severity="info" sx={{ mb: 2 }}>
              {translate('rongqiao.products.form.opensVersion', { number: terms.number + 1, current: terms.number })}
            </Alert>
          ) : null}
          <ProductForm values={formOf(draft ?? terms)} />
        </>
      ) : (
        <Alert severity="warning">{translate('rongqiao.products.form.notEditable')}</Alert>
      )}
    </Page>
  );
}
