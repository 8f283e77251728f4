import { words as calendar } from '../calendar/words';
import { words as enterprises } from '../enterprises/words';
import { words as financing } from '../financing/words';
import { words as guarantees } from '../guarantees/words';
import { words as home } from '../home/words';
import { words as identity } from '../identity/words';
import { words as imports } from '../imports/words';
import { words as institutionApi } from '../institutionApi/words';
import { words as matches } from '../matches/words';
import { words as matchRuns } from '../matchRuns/words';
import { words as messages } from '../messages/words';
import { words as objections } from '../objections/words';
import { words as oversight } from '../oversight/words';
import { words as policies } from '../policies/words';
import { words as products } from '../products/words';
import { words as scheduledWork } from '../scheduledWork/words';
import { words as shared } from '../shared/words';
import { words as verdictReviews } from '../verdictReviews/words';

/** The words of every module, under `rongqiao.<name>`. */
export const modules = {
  shared,
  home,
  identity,
  products,
  enterprises,
  imports,
  matches,
  calendar,
  matchRuns,
  scheduledWork,
  messages,
  institutionApi,
  objections,
  policies,
  verdictReviews,
  financing,
  guarantees,
  oversight,
};
