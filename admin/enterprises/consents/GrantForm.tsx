import { Alert, Button, FormControlLabel, MenuItem, Paper, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { Consent, ConsentPurpose, ConsentTerms, Party } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { Field, Refused } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { usePunctuation } from '../../shared/usePunctuation';
import { consentRecipientsDocument, consentTermsDocument, operations } from '../operations';
import { useDataClasses } from '../useDataClasses';
import { ClassChoice } from './ClassChoice';
import { changed, type Draft, emptyDraft, purposes, stepsLeft } from './draft';
import { Part } from './Part';
import { PeriodChoice } from './PeriodChoice';
import { TermsToSign } from './TermsToSign';
import { UseChoice } from './UseChoice';

type Props = {
  /** Whether a link asked for matching by the platform. */
  isForPlatform: boolean;
  /** The classes that a link or an institution asked for: pointed out, never ticked. */
  wantedClasses: readonly string[];
  /** The institution that a link asked for, to assess credit unless it asks for another purpose. */
  wantedBank?: string | null;
  wantedPurpose?: ConsentPurpose | null;
  onCancel: () => void;
  onGranted: () => void;
};

/** The whole of a consent on one screen: purpose, recipient, classes, period, text, signature. */
export function GrantForm({ isForPlatform, wantedClasses, wantedBank = null, wantedPurpose = null, onCancel, onGranted }: Props) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [written, setWritten] = useState<Draft>(() => ({
    ...emptyDraft(today),
    ...(wantedBank === null ? {} : { purpose: wantedPurpose ?? ('creditAssessment' as const), recipientId: wantedBank }),
  }));
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const recipients = useAsk<{ consentRecipients: readonly Party[] }>(consentRecipientsDocument, { purpose: written.purpose });
  const parties = recipients.isPlaceholderData ? [] : (recipients.data?.consentRecipients ?? []);
  const draft = withOnlyRecipient(written, parties);
  const terms = useAsk<{ consentTerms: ConsentTerms }>(
    consentTermsDocument,
    { purpose: draft.purpose, recipientId: draft.recipientId },
    { enabled: draft.recipientId !== '' },
  );
  const shownTerms = draft.recipientId === '' || terms.isPlaceholderData ? null : (terms.data?.consentTerms ?? null);
  const given = useAsk<{ consents: { items: readonly Consent[] } }>(
    operations.consents.list,
    { list: { perPage: 200, filter: { purpose: draft.purpose, recipientId: draft.recipientId, standing: 'inForce' } } },
    { enabled: draft.recipientId !== '' },
  );
  const former = draft.recipientId === '' || given.isPlaceholderData ? [] : (given.data?.consents.items ?? []);
  const classes = useDataClasses().data?.dataClasses.filter(each => each.needsConsent) ?? [];
  const left = stepsLeft(draft, today);
  const recipientName = parties.find(party => party.id === draft.recipientId)?.name ?? '';
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  const change = (next: Partial<Draft>) => setWritten(changed(draft, next));

  const sign = async () => {
    if (!shownTerms) return;
    setRunning(true);
    setRefusal(null);
    try {
      const { purpose, recipientId, dataClasses, validTo, dataFrom, dataTo, readDaysMax, dataLifeDays } = draft;
      const data = {
        purpose,
        recipientId,
        dataClasses,
        validTo,
        dataFrom: dataFrom || null,
        dataTo: dataTo || null,
        readDaysMax,
        dataLifeDays,
        textHash: shownTerms.hash,
      };
      await dataProvider.create('consents', { data });
      onGranted();
    } catch (error) {
      setRefusal(error as Error);
      setRunning(false);
      setWritten({ ...draft, hasRead: false });
      void terms.refetch();
    }
  };

  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 }, mb: 3 }} aria-label={say('title')}>
      <Typography variant="h5" component="h2" gutterBottom>
        {say('title')}
      </Typography>
      <Stack spacing={3}>
        <Refused refusal={refusal}>
          <Part title={say('purpose')}>
            <PurposeChoice
              purpose={draft.purpose}
              offered={isForPlatform ? ['matching'] : purposes}
              onChange={purpose => change({ purpose, recipientId: '', readDaysMax: null })}
            />
          </Part>
          <Part title={say('recipient')}>
            <Field
              select
              required
              name="recipientId"
              label={say('recipientLabel')}
              value={parties.some(party => party.id === draft.recipientId) ? draft.recipientId : ''}
              onChange={event => change({ recipientId: event.target.value })}
              helperText={parties.length === 0 && !recipients.isFetching ? say('recipientNone') : undefined}
              sx={{ width: { xs: '100%', sm: 420 } }}
            >
              {parties.map(party => (
                <MenuItem key={party.id} value={party.id}>
                  {party.name}
                  {punctuation.aside(translate(`rongqiao.enterprises.consents.kinds.${party.kind}`))}
                </MenuItem>
              ))}
            </Field>
          </Part>
          <Part title={say('classes')} hint={say('classesHelp')}>
            <ClassChoice
              classes={classes}
              chosen={draft.dataClasses}
              former={former}
              wantedClasses={wantedClasses}
              onChange={dataClasses => change({ dataClasses })}
            />
          </Part>
          <Part title={say('period')}>
            <PeriodChoice draft={draft} today={today} onChange={change} />
          </Part>
          <Part title={say('use')}>
            <UseChoice draft={draft} onChange={change} />
          </Part>
          <Part title={say('text')}>
            <TermsToSign
              draft={draft}
              terms={shownTerms}
              failure={terms.error}
              recipientName={recipientName}
              onRead={hasRead => setWritten({ ...draft, hasRead })}
            />
          </Part>
        </Refused>
        {left.length > 0 ? (
          <Alert severity="info">{say('todo', { steps: punctuation.list(left.map(step => say(`steps.${step}`))) })}</Alert>
        ) : null}
        <Stack direction="row" spacing={1.5}>
          <Button
            variant="contained"
            size="large"
            loading={isRunning}
            disabled={left.length > 0 || !shownTerms}
            onClick={() => void sign()}
          >
            {say('sign')}
          </Button>
          <Button size="large" onClick={onCancel}>
            {say('cancel')}
          </Button>
        </Stack>
      </Stack>
    </Paper>
  );
}

/** Where a purpose has one recipient only, there is nothing to choose. */
function withOnlyRecipient(draft: Draft, parties: readonly Party[]): Draft {
  const [only, ...others] = parties;
  return draft.recipientId === '' && only && others.length === 0 ? { ...draft, recipientId: only.id } : draft;
}

type PurposeProps = { purpose: ConsentPurpose; offered: readonly ConsentPurpose[]; onChange: (purpose: ConsentPurpose) => void };

function PurposeChoice({ purpose, offered, onChange }: PurposeProps) {
  const translate = useTranslate();
  return (
    <RadioGroup value={purpose} onChange={event => onChange(event.target.value as ConsentPurpose)}>
      {offered.map(each => (
        <FormControlLabel
          key={each}
          value={each}
          control={<Radio />}
          sx={{ alignItems: 'flex-start', mb: 0.5 }}
          label={
            <span>
              <Typography component="span" sx={{ display: 'block', pt: 1 }}>
                {translate(`rongqiao.enterprises.consents.purposes.${each}`)}
              </Typography>
              <Typography component="span" variant="body2" color="text.secondary">
                {translate(`rongqiao.enterprises.consents.purposeHelp.${each}`)}
              </Typography>
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}
