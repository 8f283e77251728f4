import AddOutlined from '@mui/icons-material/AddOutlined';
import { Box, Button, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import { FilterButton, List, Pagination, TopToolbar, useListContext, usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Product } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { ProductCard } from './ProductCard';
import { ProductSort } from './ProductSort';
import { filtersOn, shelfShown, shelvesOf } from './shelves';
import { useProductFilters } from './useProductFilters';

/** The catalogue: banks see their own work by its state, everybody what is published. */
export function ProductList() {
  const { permissions: me } = usePermissions<Me>();
  return me ? <Catalogue me={me} /> : null;
}

/** Whether `me` may open products: banks their own, the operator on a bank's behalf. */
const mayCreate = ({ organisation: { kind, status }, role }: Me): boolean =>
  (kind === 'bank' || kind === 'operator') && status === 'active' && role !== 'auditor';

function Catalogue({ me }: { me: Me }) {
  const translate = useTranslate();
  const filters = useProductFilters(me);
  const [first] = shelvesOf(me);
  return (
    <List
      component="div"
      title={translate('rongqiao.products.title')}
      filters={filters}
      filterDefaultValues={first?.filter}
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={24}
      pagination={<Pagination rowsPerPageOptions={[12, 24, 48]} />}
      exporter={false}
      empty={false}
      sx={listStyle}
      actions={
        <TopToolbar sx={{ ml: 'auto', alignItems: 'center', bgcolor: { xs: 'transparent' } }}>
          <FilterButton />
          <ProductSort />
          {mayCreate(me) ? (
            <Button component={Link} to="/products/create" variant="contained" startIcon={<AddOutlined />} sx={{ flexShrink: 0 }}>
              {translate('rongqiao.products.create')}
            </Button>
          ) : null}
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {translate(
          `rongqiao.products.lead.${me.organisation.kind === 'bank' || me.organisation.kind === 'operator' ? me.organisation.kind : 'others'}`,
        )}
      </Typography>
      <Shelves me={me} />
      <Cards me={me} />
    </List>
  );
}

/** The list never grows wider than the page. Filters stand beside each other where there is room, the actions in a row of their own where there is none. */
const listStyle = {
  '& .RaList-main, & .RaList-content': { minWidth: 0, width: '100%' },
  '& .RaList-actions': { flexWrap: { sm: 'wrap' }, rowGap: 1, bgcolor: 'transparent' },
  '& .RaList-actions form': { flex: { sm: '1 1 auto' }, alignItems: { sm: 'center' } },
  '& .RaFilterForm-filterFormInput': { width: { xs: '100%', sm: 170 }, '&[data-source="q"]': { width: { xs: '100%', sm: 220 } } },
};

function Shelves({ me }: { me: Me }) {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const shelves = shelvesOf(me);
  if (shelves.length === 0) return null;
  return (
    <Tabs
      value={shelfShown(shelves, filterValues)?.word ?? false}
      onChange={(_, word: string) => {
        const shelf = shelves.find(each => each.word === word);
        if (shelf) setFilters(filtersOn(shelf, filterValues), displayedFilters);
      }}
      variant="scrollable"
      allowScrollButtonsMobile
      sx={{ mb: 2 }}
    >
      {shelves.map(({ word }) => (
        <Tab key={word} value={word} label={translate(`rongqiao.products.shelves.${word}`)} />
      ))}
    </Tabs>
  );
}

const grid = { display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'repeat(auto-fill, minmax(300px, 1fr))' } };

function Cards({ me }: { me: Me }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch, total, filterValues, setFilters } = useListContext<Product>();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending)
    return (
      <Box sx={grid} aria-busy>
        {[1, 2, 3].map(each => (
          <Skeleton key={each} variant="rounded" height={260} />
        ))}
      </Box>
    );
  if (data.length === 0) {
    const isNarrowed = Object.keys(filterValues).length > 0;
    return (
      <Empty
        title={translate('rongqiao.products.empty.title')}
        hint={translate(isNarrowed ? 'rongqiao.products.empty.hint' : 'rongqiao.products.empty.none')}
        action={
          isNarrowed ? (
            <Button onClick={() => setFilters(shelvesOf(me)[0]?.filter ?? {}, [])}>
              {translate('rongqiao.products.empty.clear')}
            </Button>
          ) : undefined
        }
      />
    );
  }
  const worksHere = ['bank', 'operator'].includes(me.organisation.kind);
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('rongqiao.products.count', { smart_count: total ?? 0 })}
      </Typography>
      <Box sx={grid}>
        {data.map(product => (
          <ProductCard
            key={product.id}
            product={product}
            showsState={worksHere}
            asksEligibility={me.organisation.kind === 'enterprise'}
          />
        ))}
      </Box>
    </>
  );
}
