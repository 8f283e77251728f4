import { Tab, Tabs } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

const addresses = { events: '/accessLog', massReads: '/accessLog/massReads' } as const;

/** The two parts of the access log: queries of this firm, and reads in work that goes over all firms. */
export function AccessLogTabs({ shown }: { shown: keyof typeof addresses }) {
  const translate = useTranslate();
  return (
    <Tabs value={shown} variant="scrollable" allowScrollButtonsMobile sx={{ mb: 2 }}>
      {(['events', 'massReads'] as const).map(each => (
        <Tab
          key={each}
          value={each}
          component={Link}
          to={addresses[each]}
          label={translate(`rongqiao.enterprises.accessLog.tabs.${each}`)}
        />
      ))}
    </Tabs>
  );
}
