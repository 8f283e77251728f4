import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Finding } from '../generated/schema';
import { useDataClassName } from '../shared/useDataClassName';

/** What would settle findings that cannot be told: to authorise data, to state what the firm alone knows, or to wait. */
export function WaysToSettle({ findings }: { findings: readonly Pick<Finding, 'authorise' | 'awaiting'>[] }) {
  const translate = useTranslate();
  const nameOf = useDataClassName();
  const distinct = (list: 'authorise' | 'awaiting') => [...new Set(findings.flatMap(finding => finding[list]))];
  const awaiting = distinct('awaiting');
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap' }}>
      {distinct('authorise').map(code => (
        <MuiLink key={code} component={Link} to={`/consents?grant=platform&class=${code}`}>
          {translate('rongqiao.matches.authorise', { name: nameOf(code) })}
        </MuiLink>
      ))}
      {awaiting.includes('SELF_DECLARED') ? (
        <MuiLink component={Link} to="/statement">
          {translate('rongqiao.matches.state')}
        </MuiLink>
      ) : null}
      {awaiting
        .filter(code => code !== 'SELF_DECLARED')
        .map(code => (
          <Typography key={code} variant="body2" color="text.secondary">
            {translate('rongqiao.matches.awaiting', { name: nameOf(code) })}
          </Typography>
        ))}
    </Stack>
  );
}
