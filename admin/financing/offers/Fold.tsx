import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = {
  title: string /** The rank of its title among the headings of the page. */;
  heading: 'h3' | 'h4';
  children: ReactNode;
};

/** What is looked at on demand, under its title. */
export const Fold = ({ title, heading, children }: Props) => (
  <Accordion
    disableGutters
    elevation={0}
    variant="outlined"
    slotProps={{ transition: { unmountOnExit: true }, heading: { component: heading } }}
  >
    <AccordionSummary expandIcon={<ExpandMore />}>
      <Typography component="span">{title}</Typography>
    </AccordionSummary>
    <AccordionDetails>{children}</AccordionDetails>
  </Accordion>
);
