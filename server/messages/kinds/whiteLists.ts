import type { Text } from '../../shared/text';
import { sayReason } from './figures';
import { type Kind, plain } from './kind';

/** What happened to a white list, and by whom: the department that made it, or the firm that has left it. */
export type WhiteListNews = { readonly list: string; readonly by: string; readonly firms: number; readonly reason: Text | null };

const news = (say: (told: WhiteListNews) => Text): Kind<WhiteListNews> => ({
  topic: 'applications',
  word: told => ({ title: say(told), lines: plain(sayReason(told.reason)), subject: { kind: 'whiteLists', id: '' } }),
});

export const whiteListKinds = {
  whiteListPushed: news(({ list, by, firms }) => ({
    zh: `「${by}」推送白名单「${list}」，共 ${firms} 家企业，请联系并登记结果`,
    en: `${by} pushes the white list ${list} to you; firms to contact: ${firms}`,
  })),
  whiteListed: news(({ list, by }) => ({
    zh: `「${by}」把贵企业列入白名单「${list}」并推荐给银行；如不愿意，可以随时退出`,
    en: `${by} has put your firm on the white list ${list} for banks; you can leave it at any time`,
  })),
  whiteListLeft: news(({ list, by }) => ({
    zh: `「${by}」退出了白名单「${list}」`,
    en: `${by} has left the white list ${list}`,
  })),
};
