import { Alert } from '@mui/material';
import { CreateBase, required, SelectInput, TextInput, useGetList, usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { Organisation } from '../generated/schema';
import { Page } from '../shared/Page';
import { ProductForm } from './form/ProductForm';
import { emptyForm, inputOf, type TermsForm } from './form/termsForm';

type Opening = TermsForm & { institutionId?: string | null; code?: string | null };

/** Opens a product as a draft: a bank its own, the operator one on a bank's behalf. */
export function ProductCreate() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  if (!me) return null;
  const isOperator = me.organisation.kind === 'operator';
  return (
    <CreateBase
      redirect="show"
      transform={({ institutionId, code, ...form }: Opening) => ({
        ...inputOf(form),
        code,
        ...(isOperator ? { institutionId } : {}),
      })}
    >
      <Page title={translate('rongqiao.products.create')} lead={translate('rongqiao.products.form.createLead')}>
        {me.organisation.status === 'active' ? null : (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {translate('rongqiao.products.form.notActive')}
          </Alert>
        )}
        <ProductForm
          values={emptyForm}
          opening={
            <>
              {isOperator ? <InstitutionInput /> : null}
              <TextInput source="code" label="rongqiao.products.fields.code" helperText="rongqiao.products.form.codeHelp" />
            </>
          }
        />
      </Page>
    </CreateBase>
  );
}

function InstitutionInput() {
  const { data = [] } = useGetList<Organisation>('organisations', {
    filter: { kind: 'bank', status: 'active' },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  return (
    <SelectInput
      source="institutionId"
      label="rongqiao.products.fields.institution"
      choices={data.map(({ id, name }) => ({ id, name }))}
      translateChoice={false}
      validate={required()}
    />
  );
}
