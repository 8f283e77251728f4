import type { CalendarDate } from '../../shared/dates';
import type { Fen } from '../../shared/money';
import type { Text } from '../../shared/text';
import type { CreditLine } from './tables';

/** Why nothing can be drawn from a line now, the weightiest first. */
export const drawBlocks = ['closed', 'frozen', 'expired', 'conditionsUnmet', 'bankPaused', 'fullyDrawn'] as const;
export type DrawBlock = (typeof drawBlocks)[number];

export const drawBlockWords: Readonly<Record<DrawBlock, Text>> = {
  closed: { zh: '额度已终止', en: 'The line is closed' },
  frozen: { zh: '额度已冻结', en: 'The line is frozen' },
  expired: { zh: '额度已过有效期', en: 'The line has run out' },
  conditionsUnmet: { zh: '提款条件尚未满足', en: 'A condition is not yet met' },
  bankPaused: { zh: '银行暂停办理该产品', en: 'The bank has paused the product' },
  fullyDrawn: { zh: '额度已用完', en: 'The line is fully drawn' },
};

export type LineUse = {
  /** Principal owed under a revolving line; under another, everything ever drawn. */
  readonly drawnFen: Fen;
  /** Asked for and not yet answered. */
  readonly askedFen: Fen;
  /** The bank or the product takes nothing on at present. */
  readonly isBankPaused: boolean;
};

export type LineStanding = LineUse & {
  readonly availableFen: Fen;
  /** Null: it can be drawn. */
  readonly block: DrawBlock | null;
};

type Held = Pick<CreditLine, 'limitFen' | 'validUntil' | 'state' | 'conditions' | 'conditionsMetAt'>;

/** Where a line stands on a day: what can still be drawn, in fen, and if nothing can, why. */
export function lineStandingOf(line: Held, use: LineUse, today: CalendarDate): LineStanding {
  const availableFen = Math.max(0, line.limitFen - use.drawnFen - use.askedFen);
  const holds: Readonly<Record<DrawBlock, boolean>> = {
    closed: line.state === 'closed',
    frozen: line.state === 'frozen',
    expired: line.validUntil < today,
    conditionsUnmet: line.conditions !== null && line.conditionsMetAt === null,
    bankPaused: use.isBankPaused,
    fullyDrawn: availableFen === 0,
  };
  return { ...use, availableFen, block: drawBlocks.find(block => holds[block]) ?? null };
}
