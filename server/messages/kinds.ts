import { applicationKinds } from './kinds/applications';
import { consentKinds } from './kinds/consents';
import { demandKinds } from './kinds/demands';
import { guaranteeKinds } from './kinds/guarantees';
import type { MessageTopic, WordedMessage } from './kinds/kind';
import { limitKinds } from './kinds/limits';
import { lineKinds } from './kinds/lines';
import { loanKinds } from './kinds/loans';
import { matchKinds } from './kinds/matches';
import { objectionKinds } from './kinds/objections';
import { offerKinds } from './kinds/offers';
import { productKinds } from './kinds/products';
import { testKinds } from './kinds/tests';
import { verdictReviewKinds } from './kinds/verdictReviews';
import { warningKinds } from './kinds/warnings';
import { whiteListKinds } from './kinds/whiteLists';

/** Every kind of message, with its topic and its words. Which step of a record is told by which, `steps` says. */
const kinds = {
  ...applicationKinds,
  ...limitKinds,
  ...demandKinds,
  ...whiteListKinds,
  ...offerKinds,
  ...loanKinds,
  ...guaranteeKinds,
  ...lineKinds,
  ...consentKinds,
  ...objectionKinds,
  ...productKinds,
  ...matchKinds,
  ...verdictReviewKinds,
  ...warningKinds,
  ...testKinds,
};

export type MessageKind = keyof typeof kinds;

/** The kinds that tell of a step of an application. */
export type ApplicationStepKind = keyof typeof applicationKinds | keyof typeof offerKinds | 'loanDisbursed';

/** The kinds that tell of a step of a product. */
export type ProductStepKind = keyof typeof productKinds;

/** What each kind of message carries, as data: words are made of it for each reader, and again for other channels. */
export type MessagePayloads = { readonly [Kind in MessageKind]: Parameters<(typeof kinds)[Kind]['word']>[0] };
export type MessagePayload = MessagePayloads[MessageKind];

export const messageKinds = Object.keys(kinds) as readonly MessageKind[];

export const topicOf = (kind: MessageKind): MessageTopic => kinds[kind].topic;

export const kindsOf = (topic: MessageTopic): readonly MessageKind[] => messageKinds.filter(kind => topicOf(kind) === topic);

/** The words of a message in both languages. */
export const wordMessage = <Kind extends MessageKind>(kind: Kind, payload: MessagePayloads[Kind]): WordedMessage =>
  (kinds[kind].word as (payload: MessagePayloads[Kind]) => WordedMessage)(payload);
