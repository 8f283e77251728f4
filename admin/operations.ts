import { operations as calendar } from './calendar/operations';
import { operations as enterprises } from './enterprises/operations';
import { operations as market } from './financing/market/operations';
import { operations as financing } from './financing/operations';
import { operations as signingLimits } from './financing/signingLimits/operations';
import { operations as warnings } from './financing/warnings/operations';
import { operations as whiteLists } from './financing/whiteLists/operations';
import { operations as guarantees } from './guarantees/operations';
import { operations as identity } from './identity/operations';
import { operations as imports } from './imports/operations';
import { operations as matches } from './matches/operations';
import { operations as matchRuns } from './matchRuns/operations';
import { operations as messages } from './messages/operations';
import { operations as objections } from './objections/operations';
import { operations as oversight } from './oversight/operations';
import { operations as policies } from './policies/operations';
import { operations as products } from './products/operations';
import { operations as scheduledWork } from './scheduledWork/operations';
import { operations as verdictReviews } from './verdictReviews/operations';

/** The operations of every resource by its name; each module keeps its own in operations.ts. */
export const operations = {
  ...identity,
  ...products,
  ...enterprises,
  ...imports,
  ...matches,
  ...matchRuns,
  ...calendar,
  ...scheduledWork,
  ...messages,
  ...objections,
  ...financing,
  ...signingLimits,
  ...warnings,
  ...market,
  ...guarantees,
  ...whiteLists,
  ...policies,
  ...verdictReviews,
  ...oversight,
};
