import { choiceOf } from '../../graphql/choice';
import { contactResults } from './tables';

export const listWord = { zh: '白名单', en: 'white list' };
export const entryWord = { zh: '名单中的企业', en: 'firm on a white list' };

export const ContactResultWord = choiceOf(
  'ContactResult',
  contactResults,
  'interested; later: to be contacted again; noNeed; unsuitable for the bank; unreachable.',
);
