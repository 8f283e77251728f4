import { Box, Tab, Tabs, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { CreditFile } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { ClassesHeld } from './ClassesHeld';
import { FactList } from './FactList';
import { FileSummary } from './FileSummary';
import { InvoiceMonths } from './InvoiceMonths';
import { Scorecard } from './Scorecard';
import { SizeFinding } from './SizeFinding';

const tabs = ['score', 'classes', 'facts', 'invoices', 'size'] as const;
type TabName = (typeof tabs)[number];

type Props = {
  file: CreditFile;
  /** The classes that the firm has authorised for matching; null when somebody else looks at the file. */
  usedForMatching: ReadonlySet<string> | null;
};

/** A credit file as its reader may see it: the main figures first, then each part of it. */
export function CreditFileView({ file, usedForMatching }: Props) {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const tab = tabs.find(each => each === parameters.get('tab')) ?? 'score';
  const open = (next: TabName) => {
    const changed = new URLSearchParams(parameters);
    changed.set('tab', next);
    setParameters(changed, { replace: true });
  };
  return (
    <>
      <FileSummary file={file} onOpen={open} />
      {file.classes.every(each => each.recordCount === 0) ? (
        <Box sx={{ mb: 2 }}>
          <Empty
            title={translate('rongqiao.enterprises.file.empty.title')}
            hint={translate('rongqiao.enterprises.file.empty.hint')}
          />
        </Box>
      ) : null}
      <Tabs value={tab} onChange={(_, next: TabName) => open(next)} variant="scrollable" sx={{ mb: 2 }}>
        {tabs.map(each => (
          <Tab key={each} value={each} label={translate(`rongqiao.enterprises.file.tabs.${each}`)} />
        ))}
      </Tabs>
      {tab === 'score' ? <Scorecard score={file.scorecard} /> : null}
      {tab === 'classes' ? <ClassesHeld file={file} usedForMatching={usedForMatching} /> : null}
      {tab === 'facts' ? <FactList facts={file.facts} isOwn={usedForMatching !== null} /> : null}
      {tab === 'invoices' ? <InvoiceMonths months={file.invoiceMonths} /> : null}
      {tab === 'size' ? <SizeFinding finding={file.sizeClass} /> : null}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {translate('rongqiao.enterprises.file.today', { day: file.today })}
      </Typography>
    </>
  );
}
