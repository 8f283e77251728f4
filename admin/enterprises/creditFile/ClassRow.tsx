import ExpandMore from '@mui/icons-material/ExpandMore';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Box,
  Chip,
  Link as MuiLink,
  Paper,
  Stack,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CreditFile, CreditFileClass, DataClass } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { ClassRecords } from './ClassRecords';
import { isLate } from './freshness';
import { entryCountOf } from './records';

type Props = {
  held: CreditFileClass;
  file: CreditFile;
  /** Its entry in the catalogue; null for the firm's own statement. */
  dataClass: DataClass | null;
  usedForMatching: ReadonlySet<string> | null;
};

/** One class of a file: how much, how new, who provided it; opened, its records. Without records, how to get them. */
export function ClassRow({ held, file, dataClass, usedForMatching }: Props) {
  const use = <MatchingUse dataClass={dataClass} usedForMatching={usedForMatching} />;
  if (held.recordCount === 0)
    return (
      <Paper sx={{ p: 2, mb: 1 }}>
        <Stack direction={{ xs: 'column', md: 'row' }} spacing={1} sx={{ alignItems: { md: 'center' } }}>
          <Missing held={held} isOwn={usedForMatching !== null} />
          {use}
        </Stack>
      </Paper>
    );
  return (
    <Accordion disableGutters slotProps={{ heading: { component: 'h3' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack
          direction={{ xs: 'column', md: 'row' }}
          spacing={1}
          sx={{ flex: 1, minWidth: 0, pr: 1, alignItems: { md: 'center' } }}
        >
          <Held held={held} refresh={dataClass?.refresh ?? ''} today={file.today} />
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Box sx={{ mb: 1 }}>{use}</Box>
        <ClassRecords held={held} file={file} fields={dataClass?.fields ?? []} />
      </AccordionDetails>
    </Accordion>
  );
}

function Held({ held, refresh, today }: { held: CreditFileClass; refresh: string; today: string }) {
  const translate = useTranslate();
  const text = useText();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.classes.${key}`, values);
  const checks = held.latest.filter(record => entryCountOf(record) !== null);
  const entries = held.recordCount - checks.length;
  const late = held.newestAsOf !== null && isLate(refresh, held.newestAsOf, today);
  return (
    <>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
          {text(held.name)}
        </Typography>
        <Typography component="span" variant="body2" color="text.secondary">
          {text(held.department)}
        </Typography>
      </Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="span" variant="body2">
          {entries === 0 ? say('noneKnown') : say('records', { smart_count: entries })}
        </Typography>
        {held.newestAsOf ? (
          <Typography component="span" variant="body2" color="text.secondary">
            {say('asOf', { day: held.newestAsOf })}
          </Typography>
        ) : null}
        {late ? <Chip size="small" variant="outlined" color="warning" label={say('stale')} /> : null}
      </Stack>
    </>
  );
}

function Missing({ held, isOwn }: { held: CreditFileClass; isOwn: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.classes.${key}`, values);
  const withheld = say(`notReadable.${held.grade}`, {
    reason: translate(`rongqiao.enterprises.accessLog.reasons.${held.reason}`),
  });
  const howTo =
    held.dataClass === 'SELF_DECLARED' ? say('howMissingFirm') : say('howMissing', { department: text(held.department) });
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>
        {text(held.name)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {isOwn || held.grade === 'full' ? howTo : withheld}
      </Typography>
      {isOwn && held.dataClass === 'SELF_DECLARED' ? (
        <MuiLink component={Link} to="/statement" variant="body2">
          {translate('rongqiao.enterprises.statement.title')}
        </MuiLink>
      ) : null}
    </Box>
  );
}

/** Whether the platform may use the class to match products, as the firm itself sees it. */
function MatchingUse({ dataClass, usedForMatching }: Pick<Props, 'dataClass' | 'usedForMatching'>) {
  const translate = useTranslate();
  if (!dataClass || !usedForMatching) return null;
  const say = (key: string) => translate(`rongqiao.enterprises.classes.${key}`);
  if (!dataClass.needsConsent) return <Chip size="small" variant="outlined" label={say('open')} />;
  if (usedForMatching.has(dataClass.code))
    return <Chip size="small" variant="outlined" color="success" label={say('usedForMatching')} />;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <Chip size="small" variant="outlined" color="warning" label={say('notForMatching')} />
      <MuiLink component={Link} to={`/consents?grant=platform&class=${dataClass.code}`} variant="body2">
        {say('authorise')}
      </MuiLink>
    </Stack>
  );
}
