import { Box, Link as MuiLink, Paper, Stack, Tab, Tabs, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Fact } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { useSourceName } from '../../shared/useSourceName';
import { useClassName } from '../useDataClasses';

type Show = 'all' | 'known' | 'unknown';

/** Every fact of a firm by the class it comes from: its value, day and source, or why it is unknown and what settles it. */
export function FactList({ facts, isOwn }: { facts: readonly Fact[]; isOwn: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const nameOf = useClassName();
  const [words, setWords] = useState('');
  const [show, setShow] = useState<Show>('all');
  const counts = {
    all: facts.length,
    known: facts.filter(fact => fact.isKnown).length,
    unknown: facts.filter(fact => !fact.isKnown).length,
  };
  const found = facts.filter(
    fact =>
      (show === 'all' || fact.isKnown === (show === 'known')) &&
      text(fact.label).toLowerCase().includes(words.trim().toLowerCase()),
  );
  const classes = [...new Set(found.map(fact => fact.dataClass))];
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1.5, maxWidth: 760 }}>
        {translate('rongqiao.enterprises.facts.lead')}
      </Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 1.5, alignItems: { sm: 'center' } }}>
        <TextField
          type="search"
          value={words}
          onChange={event => setWords(event.target.value)}
          label={translate('rongqiao.enterprises.facts.search')}
          fullWidth={false}
          sx={{ width: { sm: 300 } }}
        />
        <Tabs value={show} onChange={(_, next: Show) => setShow(next)}>
          {(['all', 'known', 'unknown'] as const).map(each => (
            <Tab
              key={each}
              value={each}
              label={translate(`rongqiao.enterprises.facts.filter.${each}`, { count: counts[each] })}
            />
          ))}
        </Tabs>
      </Stack>
      {found.length === 0 ? <Typography>{translate('rongqiao.enterprises.facts.none')}</Typography> : null}
      <Stack spacing={2}>
        {classes.map(code => (
          <Paper key={code} component="section" sx={{ p: 2 }}>
            <Typography variant="h6" component="h2" gutterBottom>
              {nameOf(code)}
            </Typography>
            <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {found
                .filter(fact => fact.dataClass === code)
                .map(fact => (
                  <FactRow key={fact.attribute} fact={fact} isOwn={isOwn} />
                ))}
            </Stack>
          </Paper>
        ))}
      </Stack>
    </>
  );
}

const columns = { xs: '1fr', sm: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 2fr)' };

function FactRow({ fact, isOwn }: { fact: Fact; isOwn: boolean }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const sourceOf = useSourceName();
  const origin = [
    fact.asOf ? `${translate('rongqiao.enterprises.facts.columns.asOf')} ${fact.asOf}` : '',
    fact.source ? punctuation.pair(translate('rongqiao.enterprises.facts.columns.source'), sourceOf(fact.source)) : '',
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: columns, columnGap: 2, borderTop: 1, borderColor: 'divider', pt: 1 }}
    >
      <Typography variant="body2">{text(fact.label)}</Typography>
      {fact.isKnown ? (
        <>
          <Typography sx={{ fontWeight: 600 }}>{text(fact.display)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {origin.join(' · ')}
          </Typography>
        </>
      ) : (
        <>
          <Typography color="text.secondary">
            {translate('rongqiao.shared.unknown')} · {translate(`rongqiao.enterprises.facts.reasons.${fact.reason ?? 'missing'}`)}
          </Typography>
          <SettledBy fact={fact} isOwn={isOwn} />
        </>
      )}
    </Box>
  );
}

function SettledBy({ fact, isOwn }: { fact: Fact; isOwn: boolean }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const nameOf = useClassName();
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      <Typography variant="body2" color="text.secondary">
        {translate('rongqiao.enterprises.facts.settledBy', { names: punctuation.list(fact.settledBy.map(nameOf)) })}
      </Typography>
      {isOwn && fact.reason === 'notConsented'
        ? fact.settledBy.map(code => (
            <MuiLink key={code} variant="body2" component={Link} to={`/consents?grant=platform&class=${code}`}>
              {translate('rongqiao.enterprises.classes.authorise')}
            </MuiLink>
          ))
        : null}
    </Stack>
  );
}
