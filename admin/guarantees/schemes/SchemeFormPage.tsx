import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import {
  ArrayInput,
  CheckboxGroupInput,
  Form,
  NumberInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useTranslate,
} from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useRun } from '../../financing/useRun';
import type { PartyRole, RiskSharingScheme, SchemeTemplate } from '../../generated/schema';
import { FigureInput } from '../../products/form/FigureInput';
import { useVocabulary } from '../../products/useVocabulary';
import { Answered } from '../../shared/Answered';
import { formatRate } from '../../shared/format';
import { Page } from '../../shared/Page';
import { RefusedOfForm } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { schemeDocument, schemeFormDocument } from '../operations';
import { formOfScheme, newScheme, type PartyForm, partiesOfTemplate, type SchemeForm, schemeInputOf, sumOf } from './schemeForm';

type Named = { readonly id: string; readonly name: string };
type Choices = Readonly<
  Record<'guarantor' | 'insurer' | 'bank' | 'department' | 'regulator', { readonly items: readonly Named[] }>
> & {
  readonly schemeTemplates: readonly SchemeTemplate[];
  readonly pools: { readonly items: readonly Named[] };
};

const roles: readonly PartyRole[] = ['guarantor', 'reguarantor', 'insurer', 'bank', 'government', 'exchange', 'enterprise'];
const label = (key: string) => `rongqiao.guarantees.schemes.${key}`;
const row = { display: 'grid', gap: 1.5, width: '100%', gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } };

/** A scheme is made, from a template or from nothing, or its terms are revised. */
export function SchemeFormPage() {
  const { id } = useParams();
  const translate = useTranslate();
  const choices = useAsk<Choices>(schemeFormDocument);
  const known = useAsk<{ scheme: RiskSharingScheme }>(schemeDocument, { id }, { enabled: id !== undefined });
  return (
    <Page
      title={translate(label(id ? 'verbs.reviseScheme' : 'create'))}
      lead={translate(label(id ? 'reviseLead' : 'createLead'))}
      actions={
        <Button component={Link} to={id ? `/schemes/${id}/show` : '/schemes'} startIcon={<ArrowBack />}>
          {translate(label('back'))}
        </Button>
      }
    >
      <Answered query={choices}>
        {found =>
          id ? (
            <Answered query={known}>{({ scheme }) => <Writing choices={found} scheme={scheme} />}</Answered>
          ) : (
            <Writing choices={found} />
          )
        }
      </Answered>
    </Page>
  );
}

function Writing({ choices, scheme }: { choices: Choices; scheme?: RiskSharingScheme }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const verb = scheme ? 'reviseScheme' : 'createScheme';
  const { run, isRunning, refusal } = useRun<{ id: string }>('schemes', verb, ({ id }) => navigate(`/schemes/${id}/show`));
  const send = async (values: object) => {
    const input = schemeInputOf(values as SchemeForm);
    if (input) await run(scheme ? { id: scheme.id, version: scheme.version, input } : { input });
  };
  return (
    <Form defaultValues={scheme ? formOfScheme(scheme) : newScheme} sanitizeEmptyValues={false} noValidate onSubmit={send}>
      <Stack spacing={2} sx={{ maxWidth: 980 }}>
        {scheme ? null : <Templates templates={choices.schemeTemplates} />}
        <Paper component="section" sx={{ p: 2 }}>
          <TextInput source="name" label={label('fields.name')} validate={required()} fullWidth />
          <Parties choices={choices} />
          <Sum />
        </Paper>
        <Paper component="section" sx={{ p: 2 }}>
          <Typography variant="h6" component="h2" sx={{ mb: 1.5 }}>
            {translate(label('money'))}
          </Typography>
          <Figures pools={choices.pools.items} />
        </Paper>
        <RefusedOfForm refusal={refusal} />
        <Box>
          <Button type="submit" variant="contained" size="large" loading={isRunning}>
            {translate(label(scheme ? 'verbs.reviseScheme' : 'create'))}
          </Button>
        </Box>
      </Stack>
    </Form>
  );
}

function Templates({ templates }: { templates: readonly SchemeTemplate[] }) {
  const translate = useTranslate();
  const text = useText();
  const { setValue } = useFormContext();
  return (
    <Alert severity="info">
      <Typography sx={{ mb: 1 }}>{translate(label('fromTemplate'))}</Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {templates.map(template => (
          <Chip
            key={template.code}
            label={text(template.name)}
            title={text(template.source)}
            onClick={() => {
              setValue('parties', partiesOfTemplate(template), { shouldDirty: true });
              setValue('name', text(template.name), { shouldDirty: true });
            }}
          />
        ))}
      </Stack>
    </Alert>
  );
}

function Parties({ choices }: { choices: Choices }) {
  const parties = (useWatch({ name: 'parties' }) ?? []) as readonly PartyForm[];
  const organisationsOf: Readonly<Record<PartyRole, readonly Named[]>> = {
    government: [...choices.department.items, ...choices.regulator.items],
    enterprise: [],
    bank: choices.bank.items,
    exchange: choices.department.items,
    guarantor: choices.guarantor.items,
    reguarantor: choices.guarantor.items,
    insurer: choices.insurer.items,
  };
  const anyone = [
    ...new Map(parties.flatMap(({ role }) => (role ? organisationsOf[role] : [])).map(each => [each.id, each])).values(),
  ];
  return (
    <ArrayInput source="parties" label={label('fields.parties')} helperText={label('partiesHelp')} validate={required()}>
      <SimpleFormIterator fullWidth disableReordering disableClear>
        <Box sx={{ ...row, gridTemplateColumns: { xs: '1fr', sm: '130px minmax(0, 1fr) minmax(0, 1fr) 140px' } }}>
          <SelectInput
            source="role"
            label={label('fields.role')}
            choices={roles.map(id => ({ id, name: `rongqiao.guarantees.roles.${id}` }))}
            validate={required()}
            helperText={false}
            fullWidth
          />
          <SelectInput
            source="organisationId"
            label={label('fields.organisation')}
            choices={anyone.map(({ id, name }) => ({ id, name }))}
            translateChoice={false}
            helperText={false}
            fullWidth
          />
          <SelectInput
            source="poolId"
            label={label('fields.pool')}
            choices={choices.pools.items.map(({ id, name }) => ({ id, name }))}
            translateChoice={false}
            helperText={false}
            fullWidth
          />
          <FigureInput source="shareBps" label={label('fields.share')} unit="percent" isRequired />
        </Box>
      </SimpleFormIterator>
    </ArrayInput>
  );
}

function Sum() {
  const translate = useTranslate();
  const parties = (useWatch({ name: 'parties' }) ?? []) as readonly (PartyForm | null)[];
  const sum = sumOf(parties.flatMap(party => party ?? []));
  if (parties.length === 0) return null;
  return (
    <Alert severity={sum === 10_000 ? 'success' : 'warning'}>
      {translate(label(sum === 10_000 ? 'sumRight' : 'sumWrong'), { sum: formatRate(sum) })}
    </Alert>
  );
}

function Figures({ pools }: { pools: readonly Named[] }) {
  const { choicesOf } = useVocabulary();
  return (
    <Stack spacing={1.5}>
      <Box sx={row}>
        <FigureInput source="guaranteeFeeBps" label={label('fields.guaranteeFee')} unit="percent" />
        <FigureInput source="premiumBps" label={label('fields.premium')} unit="percent" />
        <FigureInput source="amountFenMax" label={label('fields.amountFenMax')} unit="wan" />
        <NumberInput
          source="overdueDays"
          label={label('fields.overdueFrom')}
          min={1}
          max={365}
          step={1}
          validate={required()}
          helperText={false}
          margin="none"
        />
        <FigureInput source="stopLossFen" label={label('stops.stopLoss')} unit="wan" />
        <FigureInput source="compensationRateBpsMax" label={label('stops.compensationRate')} unit="percent" />
        <FigureInput source="lossRatioBpsMax" label={label('stops.lossRatio')} unit="percent" />
      </Box>
      <Box sx={row}>
        <SelectInput
          source="firstLossPoolId"
          label={label('fields.firstLossPool')}
          choices={pools.map(({ id, name }) => ({ id, name }))}
          translateChoice={false}
          helperText={false}
          margin="none"
          fullWidth
        />
        <FigureInput source="firstLossRateBps" label={label('fields.firstLoss')} unit="percent" />
        <FigureInput source="firstLossCapFen" label={label('fields.firstLossCap')} unit="wan" />
      </Box>
      <CheckboxGroupInput
        source="labels"
        label={label('fields.labels')}
        helperText={label('labelsHelp')}
        choices={choicesOf('labels')}
        translateChoice={false}
      />
      <TextInput source="note" label={label('fields.note')} multiline minRows={2} fullWidth />
    </Stack>
  );
}
