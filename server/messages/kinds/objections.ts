import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type Kind, plain } from './kind';

export type ObjectionNote = {
  readonly objectionId: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly dataClass: Text;
  readonly state: 'open' | 'corrected' | 'dismissed' | 'unresolved' | 'withdrawn';
  readonly dueOn: CalendarDate;
  /** In the words of who answered; null while nobody has. */
  readonly answer: string | null;
};

const objectionRaised: Kind<ObjectionNote> = {
  topic: 'consents',
  word: ({ objectionId, firm, dataClass, dueOn }) => ({
    title: { zh: `「${firm}」对一条${dataClass.zh}记录提出异议`, en: `${firm} objects to a record of ${dataClass.en}` },
    lines: plain({ zh: `请核查并于 ${dueOn} 前书面答复`, en: `To be examined and answered in writing by ${dueOn}` }),
    subject: { kind: 'objection', id: objectionId },
  }),
};

const objectionWithdrawn: Kind<ObjectionNote> = {
  topic: 'consents',
  word: ({ objectionId, firm, dataClass }) => ({
    title: {
      zh: `「${firm}」撤回了对${dataClass.zh}记录的异议`,
      en: `${firm} has taken back its objection to a record of ${dataClass.en}`,
    },
    lines: plain({ zh: '不必再答复。', en: 'No answer is needed any more.' }),
    subject: { kind: 'objection', id: objectionId },
  }),
};

const outcomes: Readonly<Record<ObjectionNote['state'], Text>> = {
  open: { zh: '核查中', en: 'It is being examined' },
  corrected: { zh: '已更正，原记录不再供查询', en: 'It was put right, and the former record is read no more' },
  dismissed: { zh: '经核查无误，异议标注已取消', en: 'The record was found to be right, and the mark is gone' },
  unresolved: {
    zh: '经核查仍无法确认，您的异议将随记录展示',
    en: 'It could not be settled: your objection stays beside the record',
  },
  withdrawn: { zh: '已撤回', en: 'It was taken back' },
};

const objectionAnswered: Kind<ObjectionNote> = {
  topic: 'consents',
  word: ({ objectionId, dataClass, state, answer }) => ({
    title: { zh: `您对${dataClass.zh}记录的异议已答复`, en: `Your objection to a record of ${dataClass.en} is answered` },
    lines: plain(outcomes[state], answer === null ? null : { zh: `答复：${answer}`, en: `Answer: ${answer}` }),
    subject: { kind: 'objection', id: objectionId },
  }),
};

const recordCorrected: Kind<ObjectionNote> = {
  topic: 'consents',
  word: ({ enterpriseId, firm, dataClass }) => ({
    title: { zh: `「${firm}」的一条${dataClass.zh}记录已更正`, en: `A record of ${dataClass.en} of ${firm} was put right` },
    lines: plain({
      zh: '您可能查询过更正前的记录，请重新查询后再作判断。',
      en: 'You may have read it as it was before: read the file again before you decide.',
    }),
    subject: { kind: 'enterprise', id: enterpriseId },
  }),
};

export const objectionKinds = { objectionRaised, objectionWithdrawn, objectionAnswered, recordCorrected };
