import { words as applications } from './applications/words';
import { words as apply } from './apply/words';
import { words as contracts } from './contracts/words';
import { words as corrections } from './corrections/words';
import { words as deals } from './deals/words';
import { words as demands } from './demands/words';
import { words as escalations } from './escalations/words';
import { words as feedback } from './feedback/words';
import { words as indications } from './indications/words';
import { words as lines } from './lines/words';
import { words as market } from './market/words';
import { words as offers } from './offers/words';
import { words as signingLimits } from './signingLimits/words';
import { words as warnings } from './warnings/words';
import { words as whiteLists } from './whiteLists/words';

/** The words of financing, each noun's in its own folder. */
export const words = {
  zh: {
    applications: applications.zh,
    apply: apply.zh,
    contracts: contracts.zh,
    corrections: corrections.zh,
    deals: deals.zh,
    demands: demands.zh,
    feedback: feedback.zh,
    indications: indications.zh,
    lines: lines.zh,
    market: market.zh,
    offers: offers.zh,
    escalations: escalations.zh,
    signingLimits: signingLimits.zh,
    warnings: warnings.zh,
    whiteLists: whiteLists.zh,
  },
  en: {
    applications: applications.en,
    apply: apply.en,
    contracts: contracts.en,
    corrections: corrections.en,
    deals: deals.en,
    demands: demands.en,
    feedback: feedback.en,
    indications: indications.en,
    lines: lines.en,
    market: market.en,
    offers: offers.en,
    escalations: escalations.en,
    signingLimits: signingLimits.en,
    warnings: warnings.en,
    whiteLists: whiteLists.en,
  },
};
