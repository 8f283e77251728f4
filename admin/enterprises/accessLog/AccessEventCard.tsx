import { useTranslate } from 'react-admin';
import type { AccessEvent } from '../../generated/schema';
import { usePunctuation } from '../../shared/usePunctuation';
import { useClassName } from '../useDataClasses';
import { ReadCard, ReadClass } from './ReadCard';

/** One query of the firm's data, with the ground for each class. */
export function AccessEventCard({ event }: { event: AccessEvent }) {
  const translate = useTranslate();
  const punctuation = usePunctuation();
  const nameOf = useClassName();
  const allowed = event.entries.filter(entry => entry.outcome === 'allowed').length;
  return (
    <ReadCard read={event} allowed={allowed} refused={event.entries.length - allowed}>
      {event.entries.map(entry => (
        <ReadClass key={entry.id} outcome={entry.outcome}>
          {punctuation.pair(nameOf(entry.dataClass), translate(`rongqiao.enterprises.accessLog.reasons.${entry.reason}`))}
        </ReadClass>
      ))}
    </ReadCard>
  );
}
