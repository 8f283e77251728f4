import { useTranslate } from 'react-admin';
import type { DisclosedFigure, InsuranceFigures, LabelFigures } from '../../generated/schema';
import { useLocale } from '../../shared/useLocale';
import { Disclosed } from '../Disclosed';
import { formatCityAmount } from '../figure';
import { FigureCards } from './FigureCards';

/** What a label of loan products stands for: how many there are, what has been lent on them and what is still owed. */
export function LabelCards({ figures: { products, cumulative, balance } }: { figures: LabelFigures }) {
  const { word, counted, money } = useWriting();
  return (
    <FigureCards
      widthMin={150}
      figures={[
        { term: word('products'), value: counted('products')(products) },
        { term: word('cumulative'), value: <Disclosed figure={cumulative} write={money} /> },
        { term: word('balance'), value: <Disclosed figure={balance} write={money} /> },
      ]}
    />
  );
}

/** What insurance products stand for: how many there are, whom they cover and for how much. */
export function InsuranceCards({ figures: { products, clients, cover } }: { figures: InsuranceFigures }) {
  const { word, counted, money } = useWriting();
  return (
    <FigureCards
      widthMin={150}
      figures={[
        { term: word('products'), value: counted('products')(products) },
        { term: word('clients'), value: <Disclosed figure={clients} write={counted('firms')} /> },
        { term: word('cover'), value: <Disclosed figure={cover} write={money} /> },
      ]}
    />
  );
}

function useWriting() {
  const translate = useTranslate();
  const locale = useLocale();
  return {
    word: (key: string) => translate(`rongqiao.oversight.headline.${key}`),
    counted: (unit: string) => (count: number) =>
      translate(`rongqiao.oversight.counted.${unit}`, { count: count.toLocaleString('en-US') }),
    money: (fen: NonNullable<DisclosedFigure['value']>) => formatCityAmount(fen, locale),
  };
}
