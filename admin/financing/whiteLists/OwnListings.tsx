import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { WhiteListing } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { ReasonDialog } from '../ReasonDialog';
import { myListingsDocument } from './operations';
import { WhiteListCard } from './WhiteListCard';

/** The lists that the firm is on: who put it there, for what, and which banks see it; each can be left. */
export function OwnListings() {
  const translate = useTranslate();
  const [leaving, setLeaving] = useState<WhiteListing | null>(null);
  const query = useAsk<{ whiteListings: { items: readonly WhiteListing[] } }>(myListingsDocument);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.whiteLists.${key}`, values);
  return (
    <Answered query={query}>
      {({ whiteListings: { items } }) => (
        <Stack spacing={1.5}>
          {items.length === 0 ? <Empty title={word('empty.enterprise')} hint={word('empty.enterpriseHint')} /> : null}
          {items.map(listing => (
            <WhiteListCard key={listing.id} list={listing.list}>
              {listing.leftAt ? (
                <Typography color="text.secondary">
                  {word('leave.done', { day: formatInstant(listing.leftAt).slice(0, 10) })}
                </Typography>
              ) : null}
              {listing.allowedVerbs.includes('leaveWhiteList') ? (
                <Button variant="outlined" color="error" onClick={() => setLeaving(listing)} sx={{ flexShrink: 0 }}>
                  {word('leave.action')}
                </Button>
              ) : null}
            </WhiteListCard>
          ))}
          {leaving ? (
            <ReasonDialog
              resource="whiteLists"
              record={leaving}
              verb="leaveWhiteList"
              words={{ title: word('leave.title'), text: word('leave.text'), reason: word('leave.reason') }}
              isGrave
              onClose={() => {
                setLeaving(null);
                void query.refetch();
              }}
            />
          ) : null}
        </Stack>
      )}
    </Answered>
  );
}
