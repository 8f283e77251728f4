import type { Fen } from '../../shared/money';
import type { Text } from '../../shared/text';
import { sayAmount, sayReason, sayTerm } from './figures';
import { type Kind, plain } from './kind';

/** What became of a credit line, or of a drawdown from it. */
export type LineStep = {
  readonly lineId: string;
  readonly firm: string;
  readonly institution: string;
  readonly product: string;
  readonly limitFen: Fen;
  /** Of the drawdown. */
  readonly amountFen: Fen | null;
  readonly termMonths: number | null;
  readonly reason: Text | null;
};

const lineStep = (say: (step: LineStep) => Text): Kind<LineStep> => ({
  topic: 'loans',
  word: step => ({
    title: say(step),
    lines: plain(sayFigures(step), sayReason(step.reason)),
    subject: { kind: 'creditLines', id: '' },
  }),
});

function sayFigures({ limitFen, amountFen, termMonths }: LineStep): Text {
  const [limit, amount, term] = [sayAmount(limitFen), sayAmount(amountFen ?? 0), sayTerm(termMonths ?? 0)];
  return amountFen === null
    ? { zh: `额度 ${limit.zh}`, en: `Limit ${limit.en}` }
    : { zh: `提款 ${amount.zh}，${term.zh}；额度 ${limit.zh}`, en: `Drawdown of ${amount.en}, ${term.en}; limit ${limit.en}` };
}

export const lineKinds = {
  drawdownRequested: lineStep(({ firm, product }) => ({
    zh: `「${firm}」申请从「${product}」额度提款`,
    en: `${firm} asks to draw from its line under ${product}`,
  })),
  drawdownPaid: lineStep(({ institution, product }) => ({
    zh: `「${institution}」已发放「${product}」额度的提款`,
    en: `${institution} has paid out your drawdown under ${product}`,
  })),
  drawdownDeclined: lineStep(({ institution, product }) => ({
    zh: `「${institution}」没有发放「${product}」额度的提款`,
    en: `${institution} has not paid your drawdown under ${product}`,
  })),
  lineFrozen: lineStep(({ institution, product }) => ({
    zh: `「${institution}」冻结了您的「${product}」额度，暂时不能提款`,
    en: `${institution} has frozen your line under ${product}: nothing can be drawn for now`,
  })),
  lineReleased: lineStep(({ institution, product }) => ({
    zh: `「${institution}」解冻了您的「${product}」额度`,
    en: `${institution} has released your line under ${product}`,
  })),
  lineClosed: lineStep(({ institution, product }) => ({
    zh: `「${institution}」终止了您的「${product}」额度，已有贷款不受影响`,
    en: `${institution} has closed your line under ${product}; its loans run on`,
  })),
  lineConditionsMet: lineStep(({ institution, product }) => ({
    zh: `「${institution}」确认「${product}」额度的提款条件已满足`,
    en: `${institution} confirms that the conditions of your line under ${product} are met`,
  })),
};
