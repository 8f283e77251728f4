import { addMonths, type CalendarDate, monthsBetween } from '../../server/shared/dates';
import { childRegions } from '../../server/shared/regions';
import { composeUscc } from '../../server/shared/uscc';
import type { Random } from '../random';
import { type Trade, trades } from './trades';

/** All that the records of an invented firm follow from: a few traits that hang together, drawn once. */
export type Profile = {
  readonly name: string;
  readonly uscc: string;
  readonly regionCode: string;
  readonly trade: Trade;
  readonly entityType: 'enterprise' | 'selfEmployed' | 'cooperative';
  readonly foundedOn: CalendarDate;
  readonly ageMonths: number;
  /** How well it is run, as a standard normal: good firms pay in time, void fewer invoices, keep their people. */
  readonly quality: number;
  readonly employees: number;
  readonly yearlySalesFen: number;
  /** Growth a year as a share: 0.1 is ten percent. */
  readonly growth: number;
  readonly person: string;
  readonly personAgeYears: number;
  readonly capitalFen: number;
  readonly isExporter: boolean;
};

const wanFen = 1_000_000;
const counties = childRegions('510600');
const countyShort: Readonly<Record<string, string>> = {
  '510603': '旌阳',
  '510604': '罗江',
  '510623': '中江',
  '510681': '广汉',
  '510682': '什邡',
  '510683': '绵竹',
};
const first = [...'云澄岚砚禾序拾渡朗沐景栎川霁瑾嘉蔚汀'];
const second = [...'源和拓岳启宁衡泽林舟瑞石帆野信达恒蓝'];
const families = [...'陈李王张刘杨赵周吴徐孙马朱胡林何高罗郑梁'];
const given = ['建国', '晓梅', '志强', '雨桐', '文博', '秀兰', '海涛', '子涵', '丽华', '明远', '思琪', '永康', '春燕', '立新'];

/**
 * The firm numbered `index` of the invented city. Names are made of syllables and numbers of the firm, codes are valid by
 * GB 32100 and of a range that no register has issued: neither is meant to be anybody's.
 */
export function drawProfile(random: Random, index: number, today: CalendarDate): Profile {
  const trade = random.weighted(trades);
  const entityType = drawEntityType(random, trade);
  const county = random.pick(counties);
  const quality = random.normal();
  const ageMonths = Math.round(Math.min(300, 5 + 62 * Math.exp(0.75 * random.normal() + 0.18 * quality)));
  const foundedOn = addMonths(today, -ageMonths)
    .slice(0, 8)
    .concat(String(random.whole(1, 28)).padStart(2, '0')) as CalendarDate;
  const scale = entityType === 'enterprise' ? 1 : 0.22;
  const yearlySalesWan = trade.salesWan * scale * Math.exp(0.85 * random.normal() + 0.25 * quality) * Math.min(1, ageMonths / 30);
  const yearlySalesFen = Math.round(yearlySalesWan) * wanFen + random.whole(0, 99) * 10_000;
  const employees = Math.max(1, Math.round((yearlySalesWan / trade.salesPerHeadWan) * Math.exp(0.25 * random.normal())));
  return {
    name: drawName(random, { trade, entityType, countyCode: county.code, index }),
    uscc: usccOf(entityType, county.code, index),
    regionCode: random.pick(childRegions(county.code)).code,
    trade,
    entityType,
    foundedOn,
    ageMonths: monthsBetween(foundedOn, today),
    quality,
    employees,
    yearlySalesFen,
    growth: 0.04 + 0.09 * quality + 0.12 * random.normal(),
    person: random.pick(families) + random.pick(given),
    personAgeYears: Math.round(Math.min(72, Math.max(22, 43 + 9 * random.normal() + ageMonths / 60))),
    capitalFen:
      entityType === 'enterprise' ? random.pick([50, 100, 200, 300, 500, 1_000, 2_000]) * wanFen : random.whole(3, 30) * wanFen,
    isExporter: trade.traits.includes('exports') && random.chance(0.15 + 0.08 * Math.max(0, quality)),
  };
}

function drawEntityType(random: Random, trade: Trade): Profile['entityType'] {
  if (trade.traits.includes('farms')) return random.chance(0.5) ? 'cooperative' : 'enterprise';
  return random.chance(['5211', '6210', '5431'].includes(trade.industryCode) ? 0.35 : 0.04) ? 'selfEmployed' : 'enterprise';
}

const endings = { enterprise: '有限公司', selfEmployed: '经营部', cooperative: '专业合作社' } as const;

const brands = first.length * second.length;
/** Prime to the number of brands, so that neighbours look different and none comes twice in a lap. */
const brandStep = 97;

/** Two syllables, and from the second lap on a number, keep names apart. */
function drawName(
  random: Random,
  {
    trade,
    entityType,
    countyCode,
    index,
  }: { trade: Trade; entityType: Profile['entityType']; countyCode: string; index: number },
): string {
  const turn = (index * brandStep) % brands;
  const brand = `${first[turn % first.length]}${second[Math.floor(turn / first.length)]}`;
  const lap = Math.floor(index / brands);
  const place = random.chance(0.5) ? '德阳' : (countyShort[countyCode] ?? '德阳');
  return `${place}${brand}${lap > 0 ? lap : ''}${trade.word}${endings[entityType]}`;
}

const organisationOf = { enterprise: '91', selfEmployed: '92', cooperative: '93' } as const;

const usccOf = (entityType: Profile['entityType'], countyCode: string, index: number): string =>
  composeUscc(`${organisationOf[entityType]}${countyCode}`, `MAX${String(10_000 + index).padStart(5, '0')}`);
