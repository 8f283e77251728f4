import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CreditLine } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useSide } from '../applications/side';
import { operations } from '../operations';
import { LineCard } from './LineCard';

type Answer = { creditLines: { total: number; items: readonly CreditLine[] } };

/** The credit lines of a firm or of a bank, with everything that was drawn from them. */
export function LinePage() {
  const side = useSide();
  const translate = useTranslate();
  const query = useAsk<Answer>(operations.creditLines.list, { list: { perPage: 50 } });
  const word = (key: string) => translate(`rongqiao.financing.lines.${key}`);
  if (!side) return null;
  return (
    <Page title={word('title')} lead={word(`lead.${side}`)}>
      <Answered query={query}>
        {({ creditLines }) =>
          creditLines.items.length === 0 ? (
            <Empty title={word('empty.title')} hint={word('empty.hint')} />
          ) : (
            <Stack spacing={2}>
              {creditLines.items.map(line => (
                <LineCard key={line.id} line={line} side={side} />
              ))}
            </Stack>
          )
        }
      </Answered>
    </Page>
  );
}
