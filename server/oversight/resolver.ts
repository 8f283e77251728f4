import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow } from '../graphql/guard';
import type { ProductLabel } from '../products/vocabulary';
import { ProductLabelWord } from '../products/words';
import { mayReadMeasures } from './access';
import { indicatorsOf } from './figures/indicators';
import { type InsuranceFigures, insuranceFigures } from './figures/insuranceFigures';
import { type LabelFigures, labelFigures } from './figures/labelFigures';
import type { DimensionName } from './measures/dimensions';
import { measureTable } from './measures/measureTable';
import { measures } from './measures/registry';
import {
  DimensionWord,
  IndicatorsType,
  InsuranceFiguresType,
  indicatorsShape,
  LabelFiguresType,
  MeasureTableType,
  MeasureType,
  measureShape,
  tableShape,
} from './types';

@Resolver()
export class OversightResolver {
  @Allow(mayReadMeasures)
  @Query(() => [MeasureType], { description: 'Everything that can be measured, with the sentence that says how.' })
  measures(): MeasureType[] {
    return measures.map(measureShape);
  }

  @Allow(mayReadMeasures)
  @Query(() => MeasureTableType, { description: 'A measure by at most the month and one other dimension, months YYYY-MM.' })
  async measure(
    @Ctx() context: RequestContext,
    @Arg('name', () => String) name: string,
    @Arg('groupBy', () => [DimensionWord], { defaultValue: [] }) groupBy: DimensionName[],
    @Arg('from', () => String, { nullable: true }) from?: string | null,
    @Arg('to', () => String, { nullable: true, description: 'Included; by default the present month.' }) to?: string | null,
  ): Promise<MeasureTableType> {
    return tableShape(await measureTable(context, { name, groupBy, from, to }));
  }

  @Allow(mayReadMeasures)
  @Query(() => LabelFiguresType, { description: 'What a product label, such as red credit, stands for.' })
  labelFigures(
    @Ctx() context: RequestContext,
    @Arg('label', () => ProductLabelWord) label: ProductLabel,
    @Arg('month', () => String, { nullable: true }) month?: string | null,
  ): Promise<LabelFigures> {
    return labelFigures(context, { label, month });
  }

  @Allow(mayReadMeasures)
  @Query(() => InsuranceFiguresType, { description: 'What insurance stands for, of all products or of those with a label.' })
  insuranceFigures(
    @Ctx() context: RequestContext,
    @Arg('label', () => ProductLabelWord, { nullable: true }) label?: ProductLabel | null,
    @Arg('month', () => String, { nullable: true }) month?: string | null,
  ): Promise<InsuranceFigures> {
    return insuranceFigures(context, { label, month });
  }

  @Allow(mayReadMeasures)
  @Query(() => IndicatorsType, {
    description: 'Deposits, loans and their ratios, direct financing and the loan rate of one month.',
  })
  async indicators(@Ctx() context: RequestContext, @Arg('month', () => String) month: string): Promise<IndicatorsType> {
    return indicatorsShape(await indicatorsOf(context, month));
  }
}
