import type { MeasureDimension } from '../generated/schema';
import { type TopicName, topicNames, topicOf } from './topics';

/** What the reader of the statistics has asked for. All of it is in the address of the page, so that it can be passed on. */
export type Question = {
  /** Months `YYYY-MM`, both included; empty: from the first with anything in it, to the present one. */
  readonly from: string;
  readonly to: string;
  readonly topic: TopicName;
  readonly by: MeasureDimension;
  /** The measure that the chart draws. */
  readonly measure: string;
  /** Whether the breakdown is shown month by month. */
  readonly isByMonth: boolean;
  /** The month of the indicators; empty: the last that was reported. */
  readonly month: string;
};

const monthIn = (parameters: URLSearchParams, name: string): string => {
  const text = parameters.get(name) ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : '';
};

/** The question an address asks; what it does not say, or says of something there is not, is taken from the topic's first. */
export function questionFrom(parameters: URLSearchParams): Question {
  const topic = topicNames.find(name => name === parameters.get('topic')) ?? 'transactions';
  const { dimensions, measures } = topicOf(topic);
  const by = dimensions.find(dimension => dimension === parameters.get('by')) ?? dimensions[0] ?? 'month';
  return {
    from: monthIn(parameters, 'from'),
    to: monthIn(parameters, 'to'),
    topic,
    by,
    measure: measures.find(name => name === parameters.get('measure')) ?? measures[0] ?? '',
    isByMonth: by !== 'month' && dimensions.includes('month') && parameters.get('byMonth') === '1',
    month: monthIn(parameters, 'month'),
  };
}

/** The address that asks `question`. */
export function parametersOf({ from, to, topic, by, measure, isByMonth, month }: Question): URLSearchParams {
  const said = { from, to, topic, by, measure, byMonth: isByMonth ? '1' : '', month };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
}

/** By what the tables of a question are grouped; the month comes first. */
export const groupingOf = ({ by, isByMonth }: Question): readonly MeasureDimension[] => (isByMonth ? ['month', by] : [by]);
