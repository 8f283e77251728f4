import { Step, StepLabel, Stepper, Typography, useMediaQuery } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { type CourseStep, courseOf, turnOf } from './course';
import { Section } from './Section';

/** The way of the application, step by step: when each was taken, which is awaited from whom, and where it ended. */
export function Course({ application }: { application: Pick<Application, 'state' | 'history'> }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 760px)');
  const course = courseOf(application.state, application.history);
  const awaited = course.findIndex(({ standing }) => standing === 'awaited' || standing === 'ended');
  return (
    <Section title={translate('rongqiao.financing.applications.course.title')}>
      <Stepper
        activeStep={awaited < 0 ? course.length : awaited}
        orientation={isWide ? 'horizontal' : 'vertical'}
        alternativeLabel={isWide}
      >
        {course.map(each => (
          <Step key={each.step} completed={each.standing === 'taken'}>
            <StepLabel error={each.standing === 'ended'} optional={<When step={each} state={application.state} />}>
              {translate(`rongqiao.financing.applications.course.steps.${each.step}`)}
            </StepLabel>
          </Step>
        ))}
      </Stepper>
    </Section>
  );
}

function When({ step: { standing, at }, state }: { step: CourseStep; state: Application['state'] }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.applications.${key}`);
  const text = {
    taken: formatInstant(at),
    awaited: word(`course.pending.${turnOf(state)}`),
    ended: word(`states.${state}`),
    ahead: '',
  }[standing];
  return (
    <Typography
      variant="body2"
      component="span"
      color={standing === 'ended' ? 'error' : standing === 'awaited' ? 'warning' : 'text.secondary'}
      sx={{ fontWeight: standing === 'taken' || standing === 'ahead' ? 400 : 600 }}
    >
      {text}
    </Typography>
  );
}
