import { Box, Button, Card, CardActionArea, CardContent, Chip, Pagination, Stack, Tab, Tabs, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Me } from '../../authProvider';
import { useDueWords } from '../../financing/applications/Due';
import type { Guarantee } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatAmount, formatTerm } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { guaranteesDocument } from '../operations';
import { CapitalSection } from './CapitalSection';
import { GuaranteeStateChip } from './GuaranteeStateChip';

const shelves = ['toDecide', 'claimed', 'inForce', 'all'] as const;
type Shelf = (typeof shelves)[number];
const perPage = 20;

/** The guaranteed loans that an organisation has to do with: what waits for it first. */
export function GuaranteeListPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [params, setParams] = useSearchParams();
  const word = (key: string) => translate(`rongqiao.guarantees.queue.${key}`);
  if (!me) return null;
  const decides = ['guarantor', 'insurer', 'department', 'regulator'].includes(me.organisation.kind);
  const offered = shelves.filter(shelf => shelf !== 'toDecide' || decides);
  const asked = params.get('shelf');
  const shelf = offered.find(each => each === asked) ?? offered[0] ?? 'all';
  return (
    <Page
      title={word('title')}
      lead={word(decides ? 'lead' : 'leadOthers')}
      actions={
        <Button component={Link} to="/schemes" variant="outlined">
          {translate('rongqiao.guarantees.schemes.title')}
        </Button>
      }
    >
      <Stack spacing={2}>
        {me.organisation.kind === 'guarantor' ? <CapitalSection me={me} /> : null}
        <Tabs value={shelf} onChange={(_, next: Shelf) => setParams({ shelf: next })} variant="scrollable">
          {offered.map(each => (
            <Tab key={each} value={each} label={word(`shelves.${each}`)} />
          ))}
        </Tabs>
        <Lines
          key={shelf}
          shelf={shelf}
          page={Number(params.get('page') ?? 1)}
          onPage={page => setParams({ shelf, page: String(page) })}
        />
      </Stack>
    </Page>
  );
}

function Lines({ shelf, page, onPage }: { shelf: Shelf; page: number; onPage: (page: number) => void }) {
  const translate = useTranslate();
  const list = { page, perPage, ...(shelf === 'all' ? {} : { filter: { shelf } }) };
  const query = useAsk<{ guarantees: { total: number; items: readonly Guarantee[] } }>(guaranteesDocument, { list });
  const word = (key: string) => translate(`rongqiao.guarantees.queue.${key}`);
  return (
    <Answered query={query}>
      {({ guarantees: { items, total } }) =>
        items.length === 0 ? (
          <Empty title={word(`empty.${shelf}`)} hint={word('emptyHint')} />
        ) : (
          <Stack spacing={1.5}>
            {items.map(guarantee => (
              <Line key={guarantee.id} guarantee={guarantee} />
            ))}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => onPage(next)} />
            ) : null}
          </Stack>
        )
      }
    </Answered>
  );
}

function Line({ guarantee }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const locale = useLocale();
  const due = useDueWords();
  const { permissions: me } = usePermissions<Me>();
  const { id, enterprise, institution, scheme, amountFen, termMonths, balanceFen, decisions, clock } = guarantee;
  const own = decisions.find(({ organisationId }) => organisationId === me?.organisation.id);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  return (
    <Card>
      <CardActionArea component={Link} to={`/guarantees/${id}/show`}>
        <CardContent>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2" sx={{ flex: 1, minWidth: 180 }}>
              {enterprise.name}
            </Typography>
            {guarantee.state === 'pending' && clock ? (
              <Chip
                size="small"
                variant={clock.isOverdue ? 'filled' : 'outlined'}
                color={clock.isOverdue ? 'error' : clock.leftDays <= 1 ? 'warning' : 'default'}
                label={due(clock)}
              />
            ) : null}
            <GuaranteeStateChip state={guarantee.state} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {institution.name} · {scheme.name}
          </Typography>
          <Box sx={{ mt: 0.5 }}>
            {[
              `${formatAmount(amountFen, locale)}，${formatTerm(termMonths, locale)}`.replace(
                '，',
                locale === 'zh' ? '，' : ', ',
              ),
              own ? word('yourPart', { amount: formatAmount(own.liabilityFen, locale) }) : null,
              balanceFen === null ? null : word('balance', { amount: formatAmount(balanceFen, locale) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </CardContent>
      </CardActionArea>
    </Card>
  );
}
