import { Box, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CreditFile, CreditFileClass } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { useDataClasses } from '../useDataClasses';
import { ClassRow } from './ClassRow';

type Props = { file: CreditFile; usedForMatching: ReadonlySet<string> | null };

/** Class by class, what is held and what is not; those with records first. */
export function ClassesHeld({ file, usedForMatching }: Props) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const [words, setWords] = useState('');
  const catalogue = useDataClasses().data?.dataClasses ?? [];
  const wanted = words.trim().toLowerCase();
  const found = file.classes.filter(each => `${text(each.name)} ${text(each.department)}`.toLowerCase().includes(wanted));
  const isHeld = (each: CreditFileClass) => each.recordCount > 0;
  const groups = [
    { word: 'held', classes: found.filter(isHeld) },
    { word: 'missing', classes: found.filter(each => !isHeld(each)) },
  ];
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1.5, maxWidth: 760 }}>
        {translate('rongqiao.enterprises.classes.lead')}
      </Typography>
      <TextField
        type="search"
        value={words}
        onChange={event => setWords(event.target.value)}
        label={translate('rongqiao.enterprises.classes.search')}
        sx={{ mb: 2, maxWidth: { sm: 320 } }}
      />
      <Stack spacing={2.5}>
        {groups.map(({ word, classes }) =>
          classes.length > 0 ? (
            <Box key={word} component="section">
              <Typography variant="h6" component="h2" gutterBottom>
                {translate(`rongqiao.enterprises.classes.${word}`)}
                {punctuation.aside(String(classes.length))}
              </Typography>
              {classes.map(held => (
                <ClassRow
                  key={held.dataClass}
                  held={held}
                  file={file}
                  dataClass={catalogue.find(each => each.code === held.dataClass) ?? null}
                  usedForMatching={usedForMatching}
                />
              ))}
            </Box>
          ) : null,
        )}
      </Stack>
    </>
  );
}
