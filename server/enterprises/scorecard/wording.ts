import { fenPerWan, fenPerYuan } from '../../shared/money';
import { bpsPerPercent } from '../../shared/rate';
import type { Text } from '../../shared/text';
import { type ItemUnit, items } from './items';
import type { ScoreItem } from './score';

/** One item of a score as a sentence: the value, what it did to the points, and what would change it. */
export function describeItem(item: Omit<ScoreItem, 'text'>): Text {
  const { label, whenUnknown } = items[item.key];
  if (item.value === null) {
    return {
      zh: `${label.zh}未知，不加分也不扣分。${whenUnknown.zh}`,
      en: `${label.en}: unknown, so it neither adds nor takes points. ${whenUnknown.en}`,
    };
  }
  const value = describeValue(item.value, item.unit);
  const effect = describeEffect(item.points);
  const advice = describeAdvice(item);
  return {
    zh: `${label.zh}为${value.zh}，${effect.zh}。${advice.zh}`,
    en: `${label.en}: ${value.en}, which ${effect.en}. ${advice.en}`,
  };
}

/** A value of an item with its unit: exact, never rounded across the edge of a bin. */
export function describeValue(value: number, unit: ItemUnit): Text {
  switch (unit) {
    case 'fen': {
      const yuan = value / fenPerYuan;
      const zh = Math.abs(value) < fenPerWan ? `${yuan}元` : `${value / fenPerWan}万元`;
      return { zh, en: `CNY ${yuan.toLocaleString('en-US')}` };
    }
    case 'bps':
      return { zh: `${value / bpsPerPercent}%`, en: `${value / bpsPerPercent} %` };
    case 'firmsPerMonth':
      return { zh: `${value}户`, en: String(value) };
  }
}

function describeEffect(points: number): Text {
  if (points === 0) return { zh: '不加分也不扣分', en: 'neither adds nor takes points' };
  return points > 0
    ? { zh: `加${points}分`, en: `adds ${counted(points)}` }
    : { zh: `扣${-points}分`, en: `takes ${counted(-points)}` };
}

function describeAdvice({ key, nextBin, unit }: Omit<ScoreItem, 'text'>): Text {
  if (nextBin === null) return { zh: '已是最高档。', en: 'It is in the best band.' };
  const need = describeValue(nextBin.need, unit);
  const isFloor = items[key].better === 'higher';
  return {
    zh: `${isFloor ? '达到' : '降至'}${need.zh}${isFloor ? '及以上' : '及以下'}可提高${nextBin.gainPoints}分。`,
    en: `${isFloor ? 'At least' : 'At most'} ${need.en} would gain ${counted(nextBin.gainPoints)}.`,
  };
}

const counted = (points: number): string => (points === 1 ? '1 point' : `${points} points`);
