import { words as applications } from './applications/words';
import { words as apply } from './apply/words';
import { words as deals } from './deals/words';
import { words as demands } from './demands/words';
import { words as offers } from './offers/words';

/** The words of financing, each noun's in its own folder. */
export const words = {
  zh: { applications: applications.zh, apply: apply.zh, deals: deals.zh, demands: demands.zh, offers: offers.zh },
  en: { applications: applications.en, apply: apply.en, deals: deals.en, demands: demands.en, offers: offers.en },
};
