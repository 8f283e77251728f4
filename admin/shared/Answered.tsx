import { Alert, AlertTitle, Box, Button, Skeleton, Stack } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { refusedOf } from '../client';

type Props<Data> = {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  /** What stands there while the first answer is awaited; lines of text by default. */
  loading?: ReactNode;
};

/** Shows what a query answered; until then its outline, and when it was refused, the reason and a way on. */
export function Answered<Data>({ query, children, loading }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Box aria-busy>{loading ?? <Lines />}</Box>;
}

/** The reason of a refusal or failure, with the request's number for whoever has to find it in the log. */
export function Failed({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const translate = useTranslate();
  const requestId = refusedOf(error)?.requestId;
  return (
    <Alert
      severity="error"
      action={
        onRetry ? (
          <Button color="inherit" onClick={onRetry}>
            {translate('rongqiao.shared.retry')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle>{translate('rongqiao.shared.error.title')}</AlertTitle>
      {translate(error.message, { _: error.message })}
      {requestId ? (
        <Box sx={{ opacity: 0.7, fontSize: '0.8em' }}>{translate('rongqiao.shared.requestId', { id: requestId })}</Box>
      ) : null}
    </Alert>
  );
}

const Lines = () => (
  <Stack spacing={1}>
    <Skeleton width="40%" height={36} />
    <Skeleton variant="rounded" height={120} />
    <Skeleton variant="rounded" height={120} />
  </Stack>
);
