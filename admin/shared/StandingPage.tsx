import { Pagination, Stack, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Answered } from './Answered';
import { Page } from './Page';
import { useAsk } from './useAsk';

type Props<Item> = {
  /** Where its words are; `title` and `standing.…` among them. */
  words: string;
  lead: string;
  /** What still waits, and what does no more. */
  standings: readonly [waiting: string, over: string];
  document: string;
  /** The list in the answer to `document`. */
  list: string;
  perPage: number;
  card: (item: Item) => ReactNode;
  empty: ReactNode;
  /** A second filter, remembered by the address under its name, with what chooses among its values. */
  narrowing?: { readonly filter: string; readonly choices: (given: Narrowing) => ReactNode };
};

export type Narrowing = {
  readonly standing: string;
  /** Null: all. */
  readonly chosen: string | null;
  readonly choose: (value: string | null) => void;
};

/** What waits for somebody on one tab, what waits no more on the other, page by page. The address remembers both. */
export function StandingPage<Item>({ words, lead, standings, document, list, perPage, card, empty, narrowing }: Props<Item>) {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page')) || 1;
  const [waiting, over] = standings;
  const standing = parameters.get('standing') === over ? over : waiting;
  const chosen = (narrowing && parameters.get(narrowing.filter)) ?? null;
  const narrowed = narrowing && chosen !== null ? { [narrowing.filter]: chosen } : {};
  const query = useAsk<Readonly<Record<string, { items: readonly Item[]; total: number }>>>(document, {
    list: { page, perPage, filter: { standing, ...narrowed } },
  });
  return (
    <Page title={translate(`${words}.title`)} lead={lead}>
      <Tabs value={standing} onChange={(_, chosen) => setParameters({ standing: String(chosen) })} sx={{ mb: 2 }}>
        {standings.map(each => (
          <Tab key={each} value={each} label={translate(`${words}.standing.${each}`)} />
        ))}
      </Tabs>
      {narrowing?.choices({
        standing,
        chosen,
        choose: value => setParameters(value === null ? { standing } : { standing, [narrowing.filter]: value }),
      })}
      <Answered query={query}>
        {answer => {
          const found = answer[list];
          if (!found) throw new Error(`the answer has no ${list}`);
          const { items, total } = found;
          return (
            <Stack spacing={1.5}>
              {items.map(card)}
              {total === 0 ? empty : null}
              {total > perPage ? (
                <Pagination
                  count={Math.ceil(total / perPage)}
                  page={page}
                  onChange={(_, next) => setParameters({ standing, ...narrowed, page: String(next) })}
                />
              ) : null}
            </Stack>
          );
        }}
      </Answered>
    </Page>
  );
}
