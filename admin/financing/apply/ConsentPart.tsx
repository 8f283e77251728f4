import { Alert, Box, Button, Chip, FormControlLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ClassChoice } from '../../enterprises/consents/ClassChoice';
import { changed, type Draft } from '../../enterprises/consents/draft';
import { Part } from '../../enterprises/consents/Part';
import { PeriodChoice } from '../../enterprises/consents/PeriodChoice';
import { TermsToSign } from '../../enterprises/consents/TermsToSign';
import { useClassName, useDataClasses } from '../../enterprises/useDataClasses';
import type { Consent, ConsentTerms } from '../../generated/schema';

type Props = {
  bank: string;
  today: string;
  /** Consents in force that let the bank assess the firm. */
  inForce: readonly Consent[];
  signsAnew: boolean;
  onSignsAnew: (signsAnew: boolean) => void;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  terms: ConsentTerms | null;
  failure: Error | null;
  /** The classes that the product's conditions are judged by. */
  usedClasses: readonly string[];
};

/** What the bank may see: by a consent in force, or by one signed here, class by class, with nothing ticked beforehand. */
export function ConsentPart(props: Props) {
  const { bank, inForce, signsAnew, onSignsAnew } = props;
  const translate = useTranslate();
  const nameOf = useClassName();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.consent.${key}`, values);
  return (
    <Stack spacing={2}>
      {inForce.map(consent => (
        <Box key={consent.id}>
          <Typography sx={{ mb: 1 }}>{word('inForce', { bank, day: consent.validTo })}</Typography>
          <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
            {consent.dataClasses.map(code => (
              <Chip key={code} size="small" variant="outlined" label={nameOf(code)} />
            ))}
          </Stack>
        </Box>
      ))}
      {inForce.length > 0 ? (
        <RadioGroup value={signsAnew ? 'new' : 'inForce'} onChange={event => onSignsAnew(event.target.value === 'new')}>
          <FormControlLabel value="inForce" control={<Radio />} label={word('useInForce')} />
          <FormControlLabel value="new" control={<Radio />} label={word('grantNew')} />
        </RadioGroup>
      ) : (
        <Typography variant="body2" color="text.secondary">
          {word('why')}
        </Typography>
      )}
      {signsAnew && inForce.length > 0 ? <Alert severity="info">{word('addsOnly')}</Alert> : null}
      {signsAnew ? <Signing {...props} /> : null}
    </Stack>
  );
}

function Signing({ bank, today, inForce, draft, onDraft, terms, failure, usedClasses }: Props) {
  const translate = useTranslate();
  const nameOf = useClassName();
  const classes = useDataClasses().data?.dataClasses.filter(each => each.needsConsent) ?? [];
  const used = classes.filter(({ code }) => usedClasses.includes(code));
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.consent.${key}`, values);
  const comma = translate('rongqiao.products.say.comma');
  return (
    <>
      <Part
        title={word('classes')}
        {...(used.length > 0 ? { hint: word('used', { names: used.map(({ code }) => nameOf(code)).join(comma) }) } : {})}
      >
        {used.length > 0 ? (
          <Button
            size="small"
            onClick={() => onDraft(changed(draft, { dataClasses: used.map(({ code }) => code) }))}
            sx={{ mb: 1 }}
          >
            {word('chooseUsed')}
          </Button>
        ) : null}
        <ClassChoice
          classes={[...used, ...classes.filter(each => !used.includes(each))]}
          chosen={draft.dataClasses}
          former={inForce}
          wantedClasses={[]}
          onChange={dataClasses => onDraft(changed(draft, { dataClasses }))}
        />
      </Part>
      <Part title={word('period')}>
        <PeriodChoice draft={draft} today={today} onChange={change => onDraft(changed(draft, change))} />
      </Part>
      <Part title={word('text')}>
        <TermsToSign
          draft={draft}
          terms={terms}
          failure={failure}
          recipientName={bank}
          onRead={hasRead => onDraft({ ...draft, hasRead })}
        />
      </Part>
    </>
  );
}
