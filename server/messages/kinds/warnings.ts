import type { Text } from '../../shared/text';
import { sayAmount } from './figures';
import { type Kind, plain } from './kind';

/** What has turned with a firm, and what it was read from; see `signs` of the early warnings. */
export type WarningFound = {
  readonly rule: 'enforcement' | 'taxArrears' | 'abnormalOperation' | 'powerHalved';
  readonly figures: {
    readonly on: string;
    readonly number?: string;
    readonly amountFen?: number;
    readonly usedKwh?: number;
    readonly usedKwhYearBefore?: number;
  };
};

const about = (amountFen: number | undefined): Text => {
  if (amountFen === undefined) return { zh: '', en: '' };
  const amount = sayAmount(amountFen);
  return { zh: `，金额 ${amount.zh}`, en: `, ${amount.en}` };
};

const sentences: Readonly<Record<WarningFound['rule'], (figures: WarningFound['figures']) => Text>> = {
  enforcement: ({ on, number = '', amountFen }) => ({
    zh: `${on} 新增被执行案件 ${number}${about(amountFen).zh}`,
    en: `New enforcement ${number} of ${on}${about(amountFen).en}`,
  }),
  taxArrears: ({ on, number = '', amountFen }) => ({
    zh: `${on} 新增欠税（文书 ${number}）${about(amountFen).zh}`,
    en: `New tax arrears of ${on} (document ${number})${about(amountFen).en}`,
  }),
  abnormalOperation: ({ on }) => ({
    zh: `${on} 被列入经营异常或严重违法失信名单`,
    en: `Listed as abnormal or in serious violation on ${on}`,
  }),
  powerHalved: ({ on, usedKwh = 0, usedKwhYearBefore = 0 }) => {
    const percent = Math.round((usedKwh / usedKwhYearBefore) * 100);
    return {
      zh: `截至 ${on} 的三个月用电 ${usedKwh} 千瓦时，为上年同期（${usedKwhYearBefore} 千瓦时）的 ${percent}%`,
      en: `Power used in the three months to ${on}: ${usedKwh} kWh, ${percent}% of the year before (${usedKwhYearBefore} kWh)`,
    };
  },
};

/** What has turned, in a sentence with its figures. */
export const sayWarning = ({ rule, figures }: WarningFound): Text => sentences[rule](figures);

const warningRaised: Kind<WarningFound & { readonly firm: string }> = {
  topic: 'loans',
  word: ({ firm, ...found }) => ({
    title: { zh: `风险预警：「${firm}」`, en: `Early warning: ${firm}` },
    lines: plain(sayWarning(found)),
    subject: { kind: 'warnings', id: '' },
  }),
};

export const warningKinds = { warningRaised };
