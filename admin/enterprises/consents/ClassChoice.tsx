import { Box, Button, Checkbox, Chip, Paper, Stack, Typography } from '@mui/material';
import { useEffect, useId, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Consent, DataClass } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';

type Props = {
  classes: readonly DataClass[];
  chosen: readonly string[];
  /** Pointed out, never ticked. */
  wantedClasses: readonly string[];
  /** Consents in force for the same recipient and purpose. */
  former: readonly Pick<Consent, 'dataClasses' | 'validTo'>[];
  onChange: (chosen: readonly string[]) => void;
};

/** The classes that need authorisation, each with what it contains. None is ticked but by the signer. */
export function ClassChoice({ classes, chosen, wantedClasses, former, onChange }: Props) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography role="status" sx={{ fontWeight: 600 }}>
          {say('chosen', { smart_count: chosen.length })}
        </Typography>
        <Button size="small" onClick={() => onChange(classes.map(each => each.code))}>
          {say('all')}
        </Button>
        <Button size="small" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {say('clear')}
        </Button>
      </Stack>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' } }}>
        {classes.map(each => (
          <ClassBox
            key={each.code}
            dataClass={each}
            isChosen={chosen.includes(each.code)}
            isWanted={wantedClasses.includes(each.code)}
            isFirstWanted={each.code === wantedClasses[0]}
            givenUntil={givenUntil(each.code, former)}
            onChange={isChosen => onChange(isChosen ? [...chosen, each.code] : chosen.filter(code => code !== each.code))}
          />
        ))}
      </Box>
    </>
  );
}

/** The last day on which a consent in force opens the class; null when none does. */
const givenUntil = (code: string, former: Props['former']): string | null =>
  former
    .filter(consent => consent.dataClasses.includes(code))
    .reduce<string | null>((last, { validTo }) => (last === null || validTo > last ? validTo : last), null);

type BoxProps = {
  dataClass: DataClass;
  isChosen: boolean;
  isWanted: boolean;
  /** The first of them is brought into view. */
  isFirstWanted: boolean;
  givenUntil: string | null;
  onChange: (isChosen: boolean) => void;
};

function ClassBox({ dataClass, isChosen, isWanted, isFirstWanted, givenUntil, onChange }: BoxProps) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirstWanted) place.current?.scrollIntoView({ block: 'center' });
  }, [isFirstWanted]);
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  const namesOf = (fields: DataClass['fields']) => punctuation.list(fields.map(field => text(field.label)));
  const asked = dataClass.fields.filter(field => field.mode === 'A');
  const personal = asked.filter(field => field.isPersonal);
  return (
    <Paper
      ref={place}
      variant="outlined"
      sx={{ p: 1, borderColor: isWanted ? 'warning.main' : isChosen ? 'primary.main' : 'divider', borderWidth: isWanted ? 2 : 1 }}
    >
      <Stack direction="row" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
        <Checkbox
          id={id}
          checked={isChosen}
          onChange={event => onChange(event.target.checked)}
          slotProps={{ input: { 'aria-describedby': `${id}-about` } }}
        />
        <Box sx={{ minWidth: 0, pt: 1 }}>
          <Typography component="label" htmlFor={id} sx={{ fontWeight: 600, cursor: 'pointer' }}>
            {text(dataClass.name)}
          </Typography>
          {isWanted ? <Chip size="small" color="warning" label={say('wanted')} sx={{ ml: 1 }} /> : null}
          {givenUntil ? (
            <Chip
              size="small"
              color="success"
              variant="outlined"
              label={say('alreadyGiven', { day: givenUntil })}
              sx={{ ml: 1 }}
            />
          ) : null}
          <Typography id={`${id}-about`} variant="body2" color="text.secondary">
            {text(dataClass.department)} · {say('contains', { fields: namesOf(asked) })}
          </Typography>
          {personal.length > 0 ? (
            <Typography variant="body2" color="warning.main">
              {say('personal', { fields: namesOf(personal) })}
            </Typography>
          ) : null}
        </Box>
      </Stack>
    </Paper>
  );
}
