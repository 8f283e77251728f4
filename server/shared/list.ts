import { invalidInput } from './refusals';

/** The one convention of every list: pages counted from 1, at most `perPageMax` records each. */
export type ListRequest = {
  readonly page: number;
  readonly perPage: number;
  readonly sort?: string | null;
  readonly order?: 'ASC' | 'DESC' | null;
};

export type Page<Item> = { readonly items: readonly Item[]; readonly total: number };

/** More than a screen can show and an answer should carry; exports have their own way. */
export const perPageMax = 200;
export const perPageDefault = 25;

/** Checks a page request; refuses a page below 1 and a page size outside 1…200. */
export function checkListRequest(list: ListRequest): void {
  if (list.page < 1)
    throw invalidInput('page', list.page, 'page.min', {
      zh: `页码 ${list.page} 无效：应从 1 开始。`,
      en: `Page ${list.page} is not valid: pages count from 1.`,
    });
  if (list.perPage < 1 || list.perPage > perPageMax)
    throw invalidInput('perPage', list.perPage, 'perPage.range', {
      zh: `每页 ${list.perPage} 条超出范围：应为 1 至 ${perPageMax}。`,
      en: `A page of ${list.perPage} is out of range: ask for 1 to ${perPageMax}.`,
    });
}
