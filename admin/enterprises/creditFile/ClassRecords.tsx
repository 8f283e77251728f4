import { Button, Pagination, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CreditFile, CreditFileClass, DataClassField } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { useAsk } from '../../shared/useAsk';
import { creditRecordsDocument } from '../operations';
import { RecordTable } from './RecordTable';
import type { RecordShown } from './records';

const perPage = 25;

type Props = { held: CreditFileClass; file: CreditFile; fields: readonly DataClassField[] };

/** The newest records of a class as the file brought them, and all of them page by page when asked for. */
export function ClassRecords({ held, file, fields }: Props) {
  const translate = useTranslate();
  const [isAll, setAll] = useState(false);
  if (isAll) return <AllRecords held={held} file={file} fields={fields} />;
  const isCut = held.recordCount > held.latest.length;
  return (
    <Stack spacing={1}>
      <RecordTable records={held.latest} fields={fields} canObject={canObject(held, file)} />
      {isCut ? (
        <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.enterprises.classes.newestOnly', { shown: held.latest.length, total: held.recordCount })}
          </Typography>
          <Button size="small" onClick={() => setAll(true)}>
            {translate('rongqiao.enterprises.classes.showAll', { smart_count: held.recordCount })}
          </Button>
        </Stack>
      ) : null}
    </Stack>
  );
}

/** A firm objects to what others say of it; what it says itself it states anew. */
const canObject = ({ dataClass }: CreditFileClass, { purpose }: CreditFile): boolean =>
  purpose === 'ownFile' && dataClass !== 'SELF_DECLARED';

type Answer = { creditRecords: { items: readonly RecordShown[]; total: number } };

function AllRecords({ held, file, fields }: Props) {
  const [page, setPage] = useState(1);
  const filter = {
    dataClass: held.dataClass,
    ...(file.purpose === 'ownFile' ? {} : { enterpriseId: file.id, purpose: file.purpose }),
  };
  const query = useAsk<Answer>(creditRecordsDocument, { list: { page, perPage, filter } });
  return (
    <Answered query={query}>
      {({ creditRecords }) => (
        <Stack spacing={1}>
          <RecordTable records={creditRecords.items} fields={fields} canObject={canObject(held, file)} />
          {creditRecords.total > perPage ? (
            <Pagination count={Math.ceil(creditRecords.total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
          ) : null}
        </Stack>
      )}
    </Answered>
  );
}
