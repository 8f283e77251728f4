import { Button, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useClassName } from '../../enterprises/useDataClasses';
import type { Application, Consent } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { useAsk } from '../../shared/useAsk';
import { assessmentConsentsDocument } from '../operations';
import { Section } from './Section';
import type { Side } from './side';

type Given = { consents: { items: readonly Pick<Consent, 'id' | 'dataClasses' | 'validTo'>[] } };

/** What the bank may read of the firm today: the way to the credit file for the bank, to its consents for the firm. */
export function ConsentSection({ application, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  const { enterprise, institution, isFileOpen } = application;
  const other = side === 'firm' ? { recipientId: institution.id } : { enterpriseId: enterprise?.id };
  const query = useAsk<Given>(assessmentConsentsDocument, {
    filter: { ...other, purpose: 'creditAssessment', standing: 'inForce' },
  });
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.applications.file.${key}`, { bank: institution.name, ...values });
  const way =
    side === 'firm'
      ? isFileOpen
        ? '/consents'
        : `/consents?grant=bank&bank=${institution.id}`
      : isFileOpen && enterprise
        ? `/enterprises/${enterprise.id}/show`
        : null;
  return (
    <Section
      title={word(side === 'firm' ? 'mine' : 'title')}
      action={
        way ? (
          <Button
            component={Link}
            to={way}
            variant={side === 'firm' && !isFileOpen && application.state === 'accepted' ? 'contained' : 'outlined'}
          >
            {word(side === 'firm' ? (isFileOpen ? 'manage' : 'grant') : 'open')}
          </Button>
        ) : undefined
      }
    >
      <Answered query={query}>
        {({ consents: { items } }) =>
          items.length === 0 ? (
            <Typography>{word(side === 'firm' ? 'notGiven' : 'none')}</Typography>
          ) : (
            <Stack spacing={1.5}>
              {items.map(consent => (
                <Covered
                  key={consent.id}
                  consent={consent}
                  sentence={word(side === 'firm' ? 'given' : 'hint', {
                    smart_count: consent.dataClasses.length,
                    day: consent.validTo,
                  })}
                />
              ))}
            </Stack>
          )
        }
      </Answered>
    </Section>
  );
}

function Covered({ consent, sentence }: { consent: Pick<Consent, 'dataClasses'>; sentence: string }) {
  const nameOf = useClassName();
  return (
    <div>
      <Typography sx={{ mb: 1 }}>{sentence}</Typography>
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
        {consent.dataClasses.map(code => (
          <Chip key={code} size="small" variant="outlined" label={nameOf(code)} />
        ))}
      </Stack>
    </div>
  );
}
