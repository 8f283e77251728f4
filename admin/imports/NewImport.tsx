import { Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { ask } from '../client';
import type { ImportOffer } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { useLocale } from '../shared/useLocale';
import { FileDrop } from './FileDrop';
import { InstitutionChoice } from './InstitutionChoice';
import { ClassChoice, KindChoice } from './KindChoice';
import { ListChoice } from './ListChoice';
import { startImportDocument } from './operations';
import { Template } from './Template';
import { uploadFile } from './upload';

/** Choosing a kind and a file, and sending it; the check that follows has a page of its own. */
export function NewImport({ offers }: { offers: readonly ImportOffer[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [only, ...others] = offers;
  const [kind, setKind] = useState(parameters.get('kind') ?? (others.length === 0 ? (only?.kind ?? '') : ''));
  const [dataClass, setDataClass] = useState(parameters.get('class') ?? '');
  const [listId, setListId] = useState<string | null>(parameters.get('list'));
  const [institutionId, setInstitutionId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const offer = offers.find(each => each.kind === kind) ?? null;
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.imports.${key}`, values);
  const needsClass = offer?.kind === 'records';
  const todo =
    offer === null
      ? 'kind'
      : needsClass && dataClass === ''
        ? 'dataClass'
        : offer.kind === 'products' && institutionId === null
          ? 'institution'
          : offer.kind === 'whiteListFirms' && listId === null
            ? 'list'
            : file === null
              ? 'file'
              : null;

  const start = async () => {
    if (file === null || offer === null) return;
    setRefusal(null);
    setPercent(0);
    try {
      const { uploadId } = await uploadFile(file, { locale, onPercent: setPercent });
      const { startImport } = await ask<{ startImport: { id: string } }>(startImportDocument, {
        uploadId,
        kind: offer.kind,
        dataClass: needsClass ? dataClass : null,
        institutionId: offer.kind === 'products' ? institutionId : null,
        listId: offer.kind === 'whiteListFirms' ? listId : null,
      });
      navigate(`/imports/${startImport.id}`);
    } catch (error) {
      setRefusal(error as Error);
      setPercent(null);
    }
  };

  return (
    <Stack spacing={3}>
      <Box component="section">
        <Typography variant="h6" component="h2" gutterBottom>
          {say('kind')}
        </Typography>
        <KindChoice offers={offers} kind={kind} onChange={setKind} />
        {offer?.kind === 'records' ? <ClassChoice codes={offer.dataClasses} code={dataClass} onChange={setDataClass} /> : null}
        {offer?.kind === 'products' ? <InstitutionChoice id={institutionId} onChange={setInstitutionId} /> : null}
        {offer?.kind === 'whiteListFirms' ? <ListChoice id={listId} onChange={setListId} /> : null}
        {offer && !(needsClass && dataClass === '') ? (
          <Template kind={offer.kind} dataClass={needsClass ? dataClass : null} />
        ) : null}
      </Box>
      <Box component="section">
        <Typography variant="h6" component="h2" gutterBottom>
          {say('file')}
        </Typography>
        <FileDrop file={file} onFile={setFile} isDisabled={percent !== null} />
      </Box>
      {refusal ? <Failed error={refusal} /> : null}
      {percent === null ? (
        <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Button variant="contained" size="large" disabled={todo !== null} onClick={() => void start()}>
            {say('start')}
          </Button>
          {todo ? <Typography color="text.secondary">{say(`todo.${todo}`)}</Typography> : null}
        </Stack>
      ) : (
        <Box role="status">
          <Typography gutterBottom>{say('uploading', { percent })}</Typography>
          <LinearProgress variant="determinate" value={percent} aria-label={say('uploading', { percent })} />
        </Box>
      )}
    </Stack>
  );
}
