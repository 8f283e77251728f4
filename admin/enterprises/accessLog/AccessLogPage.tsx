import { Box, Stack, Typography } from '@mui/material';
import { BooleanInput, List, SelectInput, useListContext, useTranslate } from 'react-admin';
import type { AccessEvent } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { useText } from '../../shared/useLocale';
import { useDataClasses } from '../useDataClasses';
import { AccessEventCard } from './AccessEventCard';
import { AccessLogTabs } from './AccessLogTabs';

const purposes = ['matching', 'creditAssessment', 'postLoan', 'objection', 'ownFile'];
const outcomes = ['allowed', 'refused'];

/** Who read which of the firm's data, when, what for, and on what ground; its own looks left out unless asked for. */
export function AccessLogPage() {
  const translate = useTranslate();
  const text = useText();
  const classes = useDataClasses().data?.dataClasses ?? [];
  const word = (key: string) => `rongqiao.enterprises.accessLog.${key}`;
  const choices = (group: string, ids: readonly string[]) => ids.map(id => ({ id, name: word(`${group}.${id}`) }));
  const filters = [
    <SelectInput key="outcome" source="outcome" alwaysOn label={word('outcome')} choices={choices('outcomes', outcomes)} />,
    <SelectInput key="purpose" source="purpose" alwaysOn label={word('purpose')} choices={choices('purposes', purposes)} />,
    <SelectInput
      key="dataClass"
      source="dataClass"
      alwaysOn
      label={word('dataClass')}
      translateChoice={false}
      choices={classes.map(each => ({ id: each.code, name: text(each.name) }))}
    />,
    <BooleanInput
      key="isByOthers"
      source="isByOthers"
      alwaysOn
      helperText={false}
      label={word('others')}
      sx={{ mb: 1, '& label': { ml: 0 } }}
    />,
  ];
  return (
    <List
      resource="accessEvents"
      title={translate(word('title'))}
      filters={filters}
      filterDefaultValues={{ isByOthers: true }}
      perPage={25}
      exporter={false}
      actions={false}
      empty={false}
    >
      <Box sx={{ p: 2, pb: 0 }}>
        <AccessLogTabs shown="events" />
        <Typography color="text.secondary" sx={{ maxWidth: 760 }}>
          {translate(word('lead'))}
        </Typography>
      </Box>
      <Events />
    </List>
  );
}

function Events() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useListContext<AccessEvent>();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return null;
  if (data.length === 0)
    return (
      <Box sx={{ p: 2 }}>
        <Empty
          title={translate('rongqiao.enterprises.accessLog.empty')}
          hint={translate('rongqiao.enterprises.accessLog.emptyHint')}
        />
      </Box>
    );
  return (
    <Stack spacing={1} sx={{ p: { xs: 1, sm: 2 } }}>
      {data.map(event => (
        <AccessEventCard key={event.id} event={event} />
      ))}
    </Stack>
  );
}
