import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../database/root';
import { checkRule } from '../../matching/checkRule';
import { readTerms } from '../readTerms';
import { type PublishedProduct, publishedColumns } from './publishedProduct';
import { readPublishedProduct } from './readPublishedProduct';

const aRow = (cells: Partial<PublishedProduct>): PublishedProduct => ({
  ...(Object.fromEntries(publishedColumns.map(column => [column, ''])) as PublishedProduct),
  product_id: 'X-1',
  product_name: '测试贷',
  ...cells,
});

describe('readPublishedProduct', () => {
  it('gives every phrase back as a term, a rule or text, with the words as published', () => {
    const { terms, report } = readPublishedProduct(
      aRow({ conditions: '成立满２年；信用良好', amount_text: '最高50万元', amount_max_wan: '50', guarantee_text: '纯信用' }),
    );
    expect(terms).toMatchObject({
      amountFenMax: 50_000_000,
      isUnsecured: true,
      rule: { all: [{ attr: 'foundedOn', op: 'atLeastAgo', months: 24 }] },
    });
    expect(report.map(({ outcome, quote, became }) => [outcome, quote, became])).toEqual([
      ['rule', '成立满２年', ['/all/0']],
      ['text', '信用良好', []],
      ['term', '最高50万元', ['amountFenMax']],
      ['term', '纯信用', ['isUnsecured']],
    ]);
  });

  it.each([
    ['1、成立满2年；2、信用良好，经营稳定；', '信用良好，经营稳定'],
    ['办理时，成立满2年；信用良好', '办理时，成立满2年；信用良好'],
    ['成立满2年；营业执照满1年。', null],
    ['', null],
  ])('leaves to a person the sentences that the rule does not test in full: %s', (conditions, left) => {
    expect(readPublishedProduct(aRow({ conditions })).terms.conditionsText).toBe(left);
  });

  it('decides nothing by a hedged condition and says why', () => {
    const { terms, report } = readPublishedProduct(aRow({ conditions: '原则上成立满2年' }));
    expect(terms.rule.all).toEqual([]);
    expect(report).toMatchObject([{ outcome: 'text', note: { en: 'Hedged: for a person to judge' } }]);
  });

  it('reports two different ceilings and takes neither', () => {
    const { terms, report } = readPublishedProduct(
      aRow({ conditions: '额度上限为200万元', amount_text: '最高100万元', amount_max_wan: '100' }),
    );
    expect(terms.amountFenMax).toBeNull();
    expect(report.filter(({ outcome }) => outcome === 'conflict').map(({ quote }) => quote)).toEqual([
      '最高100万元',
      '额度上限为200万元',
    ]);
  });

  it('asks once what is said twice', () => {
    const { terms, report } = readPublishedProduct(aRow({ conditions: '成立满1年；营业执照满1年' }));
    expect(terms.rule.all).toHaveLength(1);
    expect(report.map(({ became }) => became)).toEqual([['/all/0'], ['/all/0']]);
  });
});

/** Real products, not part of this repository: present where the project's data lies beside it. */
const published = join(projectRoot, '../shared/data/products/loan_products_cn.csv');

describe.skipIf(!existsSync(published))('the 64 published products (skipped without ../shared/data)', () => {
  const rows: PublishedProduct[] = existsSync(published)
    ? Papa.parse<PublishedProduct>(readFileSync(published, 'utf8'), { header: true, skipEmptyLines: true }).data
    : [];
  const byId = new Map(rows.map(row => [row.product_id, readPublishedProduct(row)]));
  const read = (id: string) => {
    const product = byId.get(id);
    if (!product) throw new Error(`no product ${id}`);
    return product;
  };

  it('39 state a testable condition', () => {
    expect([...byId].filter(([, { terms }]) => terms.rule.all.length > 0).map(([id]) => id)).toEqual(withRule);
  });

  it('all become valid terms and rules', () => {
    expect(rows).toHaveLength(64);
    for (const { terms } of byId.values()) {
      expect(checkRule(terms.rule)).toEqual([]);
      expect(readTerms(terms)).toEqual(terms);
    }
  });

  it('every quote stands in the column it names', () => {
    for (const row of rows)
      for (const reading of readPublishedProduct(row).report)
        expect(row[reading.column as keyof PublishedProduct]).toContain(reading.quote);
  });

  it('the product that contradicts itself gets no amount', () => {
    expect(read('S1-04').terms.amountFenMax).toBeNull();
    expect(read('S1-04').report.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(2);
  });

  it('reads the longest list of conditions in full', () => {
    expect(read('S1-07').terms.rule.all).toEqual([
      { attr: 'legalRepresentativeAgeYears', op: 'between', value: [18, 65] },
      { attr: 'legalRepresentativeShareBps', op: '>=', value: 2000 },
      { attr: 'legalRepresentativeIsMainland', op: 'is', value: true },
      { attr: 'foundedOn', op: 'atLeastAgo', months: 24 },
      { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] },
      { attr: 'taxPaidLast12MonthsFen', op: '>=', value: 1_000_000 },
      { attr: 'hasTaxArrears', op: 'is', value: false },
      { attr: 'outstandingLoansFen', op: '<=', value: 500_000_000 },
      { attr: 'creditInquiriesLast6Months', op: '<=', value: 6 },
    ]);
  });

  it('leaves a threshold that differs between banks to a person', () => {
    expect(JSON.stringify(read('S13-01').terms.rule)).not.toContain('taxPaid');
  });

  it('leaves conditions for one kind of borrower to a person', () => {
    expect(read('S5-01').terms.rule.all).toEqual([]);
  });

  const withRule = [
    ...['S1-01', 'S1-02', 'S1-04', 'S1-05', 'S1-06', 'S1-07', 'S1-08', 'S1-09'],
    ...['S3-01', 'S3-02', 'S3-04', 'S3-06', 'S3-11', 'S3-13', 'S3-15', 'S3-17', 'S3-18', 'S3-19', 'S3-22'],
    ...['S4-01', 'S4-02', 'S7-01', 'S8-01', 'S9-03', 'S12-01', 'S12-02', 'S12-04'],
    ...['S13-01', 'S13-02', 'S13-03', 'S13-04', 'S13-05', 'S13-06', 'S13-07', 'S13-08', 'S13-09'],
    ...['S14-01', 'S14-02', 'S14-03'],
  ];
});
