import type { MessageSubject } from '../generated/schema';

const paths: Readonly<Record<MessageSubject['kind'], (id: string, reader: string) => string>> = {
  demand: id => `/demands/${id}/show`,
  application: id => `/applications/${id}/show`,
  transaction: id => `/transactions/${id}/show`,
  objection: () => '/objections',
  consents: () => '/consents',
  warnings: () => '/warnings',
  guarantee: id => `/guarantees/${id}/show`,
  scheme: id => `/schemes/${id}/show`,
  enterprise: id => `/enterprises/${id}/show`,
  // To a firm a product is a match, with its reasons.
  product: (id, reader) => (reader === 'enterprise' ? `/matches/${id}` : `/products/${id}/show`),
  matches: () => '/matches?verdict=eligible',
  verdictReviews: () => '/verdictReviews',
  whiteLists: () => '/whiteLists',
  webhooks: () => '/notifications',
  feedback: () => '/feedback',
  creditLines: () => '/creditLines',
  escalations: () => '/escalations',
};

/** The page of what a message speaks of, for a reader of this kind of organisation. */
export const pathOf = ({ kind, id }: MessageSubject, reader: string): string => paths[kind](id, reader);
