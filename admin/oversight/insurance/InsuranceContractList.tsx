import AddOutlined from '@mui/icons-material/AddOutlined';
import { Alert, Button, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { Datagrid, FunctionField, List, type RaRecord, TextField, TopToolbar, usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import type { InsuranceContract, Product } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { formatAmount } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { ownInsuranceDocument } from '../operations';
import { RegisterContract } from './RegisterContract';

type Row = InsuranceContract & RaRecord;

const label = (key: string) => `rongqiao.oversight.insurance.${key}`;

/** The contracts that an insurer has registered, and the way to register the next. */
export function InsuranceContractList() {
  const translate = useTranslate();
  const locale = useLocale();
  const isWide = useMediaQuery('(min-width: 900px)');
  const { permissions: me } = usePermissions<Me>();
  const [isOpen, setOpen] = useState(false);
  const own = useAsk<{ products: { items: readonly Pick<Product, 'id' | 'state' | 'terms'>[] } }>(
    ownInsuranceDocument,
    { institutionId: me?.organisation.id },
    { enabled: !!me },
  ).data?.products.items;
  const published = own?.filter(({ state }) => state === 'published') ?? [];
  const mayRegister = !!me && me.role !== 'auditor';
  return (
    <List
      title={translate(label('title'))}
      sort={{ field: 'startsOn', order: 'DESC' }}
      perPage={25}
      exporter={false}
      empty={false}
      actions={
        <TopToolbar sx={{ bgcolor: { xs: 'transparent' } }}>
          {mayRegister && published.length > 0 ? (
            <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
              {translate(label('register'))}
            </Button>
          ) : null}
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 1 }}>
        {translate(label('lead'))}
      </Typography>
      {own && published.length === 0 ? (
        <Alert severity="info" sx={{ mx: 2 }}>
          {translate(label('noProduct'))}
        </Alert>
      ) : null}
      <Datagrid
        sx={isWide ? {} : { '& .MuiTableCell-root': { px: 0.75 } }}
        bulkActionButtons={false}
        rowClick={false}
        empty={<Empty title={translate(label('empty'))} hint={published.length > 0 ? translate(label('emptyHint')) : null} />}
      >
        <TextField source="number" label={label('number')} sx={{ overflowWrap: 'anywhere' }} />
        <TextField source="enterprise.name" label={label('enterprise')} sortable={false} />
        {isWide ? (
          <FunctionField<Row>
            label={label('product')}
            render={({ productId }) => own?.find(({ id }) => id === productId)?.terms.name}
          />
        ) : null}
        <FunctionField<Row>
          label={label('cover')}
          sortBy="coverFen"
          textAlign="right"
          render={({ coverFen }) => formatAmount(coverFen, locale)}
        />
        {isWide ? (
          <FunctionField<Row>
            label={label('premium')}
            textAlign="right"
            render={({ premiumFen }) => formatAmount(premiumFen, locale)}
          />
        ) : null}
        <TextField source="startsOn" label={label('startsOn')} />
        {isWide ? <TextField source="endsOn" label={label('endsOn')} sortable={false} /> : null}
      </Datagrid>
      {isOpen ? <RegisterContract products={published} onClose={() => setOpen(false)} /> : null}
    </List>
  );
}
