import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { VersionSections } from '../../products/terms/VersionSections';
import { Section } from './Section';

/** The version of the product that was applied for, frozen with the application. */
export function FrozenTerms({ application: { productVersion } }: { application: Application }) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.applications.frozen.${key}`, values);
  return (
    <Section
      title={word('title', { number: productVersion.number })}
      lead={word('lead')}
      action={
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {word(isShown ? 'hide' : 'show')}
        </Button>
      }
    >
      {isShown ? <VersionSections version={productVersion} showsReadings={false} /> : null}
    </Section>
  );
}
