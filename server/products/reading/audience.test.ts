import { describe, expect, it } from 'vitest';
import type { Clause } from '../../matching/rule';
import { readAudience } from './audience';

const small: Clause = { attr: 'sizeClass', op: 'in', value: ['MICRO', 'SMALL'] };
const selfEmployed: Clause = { attr: 'entityType', op: 'in', value: ['SELF_EMPLOYED'] };
const graded: Clause = { attr: 'taxCreditGrade', op: 'in', value: ['A', 'B'] };

describe('readAudience', () => {
  it.each<[string, Clause[]]>([
    ['个体工商户', [selfEmployed]],
    ['经营良好的小微企业', [small]],
    ['拥有自有厂房的中小企业', [{ attr: 'sizeClass', op: 'in', value: ['MICRO', 'SMALL', 'MEDIUM'] }]],
    ['小微企业、个体工商户', [{ any: [small, selfEmployed] }]],
    ['国家级专精特新“小巨人”企业', [{ attr: 'specialisedLevel', op: 'in', value: ['LITTLE_GIANT'] }]],
    [
      '高新技术企业和科技型中小企业',
      [
        {
          any: [
            { attr: 'isHighTech', op: 'is', value: true },
            { attr: 'isTechSme', op: 'is', value: true },
          ],
        },
      ],
    ],
    ['个体工商户及纳税等级为A、B级小微企业', [{ any: [selfEmployed, { all: [graded, small] }] }]],
    ['纳税信用等级B级以上的小微企业可申请', [graded, small]],
    ['在四川省行政区域内注册的小微企业', [{ attr: 'region', op: 'under', value: ['510000'] }, small]],
  ])('%s', (words, clauses) => {
    expect(readAudience(words).map(({ clause }) => clause)).toEqual(clauses);
  });

  it.each([
    '高新技术企业、专精特新企业等',
    '小微企业以及其他符合条件的客户',
    '高新技术企业、市级技术中心',
    '纳税信用等级B级以上企业、个体工商户',
    '经营稳定的企业',
    '广大市民',
  ])('asks nothing where the list is open or not understood: %s', words => {
    expect(readAudience(words)).toEqual([]);
  });
});
