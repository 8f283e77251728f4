import { useTranslate } from 'react-admin';
import type { Attribute } from '../../generated/schema';
import { useLocale } from '../../shared/useLocale';
import { spokenOf } from '../figures';
import { scaleOf } from './attributes';

/** The unit in which figures of an attribute are typed, and a figure said with it. */
export function useFigureWords() {
  const translate = useTranslate();
  const locale = useLocale();
  const unitOf = ({ unit, counter }: Attribute): string =>
    locale === 'zh' && counter ? counter : translate(`rongqiao.products.units.${unit ?? 'count'}`);
  return {
    unitOf,
    sayFigure: (attribute: Attribute, figure: number): string =>
      `${spokenOf(figure, scaleOf(attribute))} ${unitOf(attribute)}`.trim(),
  };
}
