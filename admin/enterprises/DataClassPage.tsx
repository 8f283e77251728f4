import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, InputAdornment, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { DataClass } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useText } from '../shared/useLocale';
import { DataClassCard } from './catalogue/DataClassCard';
import { type Access, type Grouping, groupsOf, isFound, isOfBanks } from './catalogue/groups';
import { useDataClasses } from './useDataClasses';

/** The catalogue of data: every class with who provides it, who may read it, and its fields. Its state is in its address. */
export function DataClassPage() {
  const translate = useTranslate();
  const query = useDataClasses();
  return (
    <Page title={translate('rongqiao.enterprises.catalogue.title')} lead={translate('rongqiao.enterprises.catalogue.lead')}>
      <Answered query={query}>{({ dataClasses }) => <Catalogue classes={dataClasses} />}</Answered>
    </Page>
  );
}

function Catalogue({ classes }: { classes: readonly DataClass[] }) {
  const translate = useTranslate();
  const text = useText();
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('q') ?? '';
  const access = (parameters.get('access') ?? '') as Access;
  const grouping: Grouping = parameters.get('group') === 'department' ? 'department' : 'category';
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    setParameters(next, { replace: true });
  };
  const found = classes.filter(each => isFound(each, { words, access }));
  const fields = found.reduce((count, each) => count + each.fields.length, 0);
  const bank = found.filter(isOfBanks).length;
  return (
    <>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 1.5 }}>
        <TextField
          type="search"
          value={words}
          onChange={event => put('q', event.target.value)}
          label={translate('rongqiao.enterprises.catalogue.search')}
          fullWidth={false}
          sx={{ flex: 1 }}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined />
                </InputAdornment>
              ),
            },
          }}
        />
        <Choice
          label={translate('rongqiao.enterprises.catalogue.access')}
          value={access}
          onChange={value => put('access', value)}
          options={[
            ['', translate('rongqiao.enterprises.catalogue.accessAll')],
            ['open', translate('rongqiao.enterprises.catalogue.accessOpen')],
            ['consent', translate('rongqiao.enterprises.catalogue.accessConsent')],
          ]}
        />
        <Choice
          label={translate('rongqiao.enterprises.catalogue.group')}
          value={grouping}
          onChange={value => put('group', value === 'category' ? '' : value)}
          options={[
            ['category', translate('rongqiao.enterprises.catalogue.byCategory')],
            ['department', translate('rongqiao.enterprises.catalogue.byDepartment')],
          ]}
        />
      </Stack>
      <Typography color="text.secondary" role="status" sx={{ mb: 1 }}>
        {bank === 0 || bank === found.length
          ? translate('rongqiao.enterprises.catalogue.found', { smart_count: found.length, fields })
          : translate('rongqiao.enterprises.catalogue.foundWithBank', { government: found.length - bank, bank, fields })}
      </Typography>
      {found.length === 0 ? (
        <Empty
          title={translate('rongqiao.enterprises.catalogue.empty')}
          hint={translate('rongqiao.enterprises.catalogue.emptyHint')}
        />
      ) : null}
      {groupsOf(found, grouping).map(group => (
        <Box component="section" key={group.name?.zh ?? ''} sx={{ mb: 2.5 }}>
          <Typography variant="h6" component="h2" gutterBottom>
            {text(group.name) || translate('rongqiao.enterprises.catalogue.noCategory')}
          </Typography>
          {group.classes.map(each => (
            <DataClassCard key={each.code} dataClass={each} isOpenAtFirst={parameters.get('class') === each.code} />
          ))}
        </Box>
      ))}
    </>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [string, string])[];
};

const Choice = ({ label, value, onChange, options }: ChoiceProps) => (
  <TextField
    select
    label={label}
    value={value}
    onChange={event => onChange(event.target.value)}
    fullWidth={false}
    sx={{ minWidth: 200 }}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
  >
    {options.map(([code, name]) => (
      <MenuItem key={code} value={code}>
        {name}
      </MenuItem>
    ))}
  </TextField>
);
