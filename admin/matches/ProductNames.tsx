import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { NamedProduct } from '../generated/schema';

const shownAtFirst = 6;

type Props = { products: readonly NamedProduct[]; total: number };

/** Products by name, each a way to its conditions: a few, and the rest when asked for. */
export function ProductNames({ products, total }: Props) {
  const translate = useTranslate();
  const [parameters] = useSearchParams();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? products : products.slice(0, shownAtFirst);
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
      {shown.map(({ id, name, institutionName }) => (
        <MuiLink key={id} component={Link} to={`/matches/${id}?${parameters}`} variant="body2" title={institutionName}>
          {name}
        </MuiLink>
      ))}
      {products.length > shown.length ? (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {translate('rongqiao.matches.doors.more', { smart_count: total - shown.length })}
        </Button>
      ) : null}
      {isWhole || products.length <= shownAtFirst ? <Rest count={total - products.length} /> : null}
    </Stack>
  );
}

function Rest({ count }: { count: number }) {
  const translate = useTranslate();
  return count > 0 ? (
    <Typography variant="body2" color="text.secondary">
      {translate('rongqiao.matches.doors.more', { smart_count: count })}
    </Typography>
  ) : null;
}
