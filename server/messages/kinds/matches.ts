import type { Text } from '../../shared/text';
import { type Kind, type MessageLine, plain } from './kind';

/** A product as a message names it: by the names it had then. */
export type NamedProduct = { readonly id: string; readonly name: string; readonly institution: string };

/** What a match run found for a firm that asked to be told. The lists may be cut; the counts are whole. */
export type MatchesChanged = {
  readonly runId: string;
  readonly entered: readonly NamedProduct[];
  readonly enteredCount: number;
  readonly left: readonly NamedProduct[];
  readonly leftCount: number;
};

const matchesChanged: Kind<MatchesChanged> = {
  topic: 'matches',
  word: ({ entered, enteredCount, left, leftCount }) => ({
    title: {
      zh: sides(enteredCount, leftCount, [count => `新增 ${count} 款产品适合您`, count => `${count} 款产品不再适合您`]).join(
        '，',
      ),
      en: sides(enteredCount, leftCount, [count => `${fits(count, 'now')} you`, count => `${fits(count, 'no longer')} you`]).join(
        '; ',
      ),
    },
    lines: [
      ...entered.map(product => lineOf(product, { zh: '现在符合', en: 'Now eligible' })),
      ...rest(enteredCount - entered.length, { zh: '现在符合', en: 'now eligible' }),
      ...left.map(product => lineOf(product, { zh: '不再符合', en: 'No longer eligible' })),
      ...rest(leftCount - left.length, { zh: '不再符合', en: 'no longer eligible' }),
    ],
    subject: { kind: 'matches', id: '' },
  }),
};

export const matchKinds = { matchesChanged };

type Say = (count: number) => string;

/** What entered and what left, each said only where there is some. */
const sides = (entered: number, left: number, [sayEntered, sayLeft]: readonly [Say, Say]): string[] => [
  ...(entered > 0 ? [sayEntered(entered)] : []),
  ...(left > 0 ? [sayLeft(left)] : []),
];

const fits = (count: number, when: string): string => (count === 1 ? `1 product ${when} fits` : `${count} products ${when} fit`);

const lineOf = ({ id, name, institution }: NamedProduct, what: Text): MessageLine => ({
  text: { zh: `${what.zh}：${institution}「${name}」`, en: `${what.en}: ${name}, ${institution}` },
  subject: { kind: 'product', id },
});

/** What a list that was cut does not name. */
const rest = (count: number, what: Text): readonly MessageLine[] =>
  count > 0 ? plain({ zh: `另有 ${count} 款${what.zh}`, en: `${count} more ${what.en}` }) : [];
