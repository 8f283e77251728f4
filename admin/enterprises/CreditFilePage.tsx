import { useTranslate } from 'react-admin';
import type { Consent, CreditFile } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { CreditFileView } from './creditFile/CreditFileView';
import { myCreditFileDocument } from './operations';

type Answer = { myCreditFile: CreditFile; consents: { items: readonly Pick<Consent, 'id' | 'dataClasses'>[] } };

/** A firm's own file: what is held, what follows from it, what is missing and how to get it. */
export function CreditFilePage() {
  const translate = useTranslate();
  const query = useAsk<Answer>(myCreditFileDocument);
  return (
    <Page title={translate('rongqiao.enterprises.file.title')} lead={translate('rongqiao.enterprises.file.lead')}>
      <Answered query={query}>
        {({ myCreditFile, consents }) => (
          <CreditFileView file={myCreditFile} usedForMatching={new Set(consents.items.flatMap(consent => consent.dataClasses))} />
        )}
      </Answered>
    </Page>
  );
}
