import type { Text } from '../../shared/text';
import type { PartyRole, Share } from './shares';

export type SchemeTemplate = {
  readonly code: string;
  readonly name: Text;
  readonly source: Text;
  readonly parties: readonly Share[];
};

const party = (role: PartyRole, shareBps: number): Share => ({ role, shareBps });

/** The schemes in use that a new one may start from, with where their shares come from. */
export const schemeTemplates: readonly SchemeTemplate[] = [
  {
    code: 'fourThreeTwoOne',
    name: { zh: '4:3:2:1 新型政银担', en: '4:3:2:1 government, bank and guarantor' },
    source: {
      zh: '安徽 4321 新型政银担：直保机构 40%、省再担保 30%、银行 20%、地方政府 10%',
      en: 'Anhui 4321: direct guarantor 40 %, provincial re-guarantor 30 %, bank 20 %, local government 10 %',
    },
    parties: [party('guarantor', 4000), party('reguarantor', 3000), party('bank', 2000), party('government', 1000)],
  },
  {
    code: 'twoEight',
    name: { zh: '2:8 银担分险', en: '2:8 bank and guarantor' },
    source: {
      zh: '银行不低于 20%、担保体系不高于 80%',
      en: 'The bank bears 20 % at least, the guarantee system 80 % at most',
    },
    parties: [party('guarantor', 8000), party('bank', 2000)],
  },
  {
    code: 'deyangPatent',
    name: { zh: '德阳专利权质押 3:2:5', en: 'Deyang patent pledge 3:2:5' },
    source: {
      zh: '德阳「政银保」专利权质押融资：保险 30%、银行 20%、财政 50%',
      en: 'Deyang patent pledge with insurer: insurer 30 %, bank 20 %, public finance 50 %',
    },
    parties: [party('insurer', 3000), party('bank', 2000), party('government', 5000)],
  },
  {
    code: 'deyangDirect',
    name: { zh: '德阳专利权质押直贷 5:5', en: 'Deyang patent pledge without insurer 5:5' },
    source: {
      zh: '德阳专利权质押融资银行直贷：财政 50%、银行 50%',
      en: 'Deyang patent pledge without insurer: public finance 50 %, bank 50 %',
    },
    parties: [party('government', 5000), party('bank', 5000)],
  },
  {
    code: 'sixParties',
    name: { zh: '「政企银交担保」六方', en: 'Six parties: government, firm, bank, exchange, guarantor, insurer' },
    source: {
      zh: '「政企银交担保」六位一体：政府、企业、银行、农村产权交易机构、担保、保险；分担比例由各方约定',
      en: 'Government, firm, bank, rural property exchange, guarantor and insurer; the shares are for the parties to agree',
    },
    parties: [
      party('government', 2000),
      party('enterprise', 0),
      party('bank', 2000),
      party('exchange', 0),
      party('guarantor', 4000),
      party('insurer', 2000),
    ],
  },
];
