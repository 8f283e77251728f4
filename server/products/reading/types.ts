import { Field, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { TextType } from '../../graphql/text';
import type { Text } from '../../shared/text';
import { type Reading, readingOutcomes } from './report';

const ReadingOutcomeWord = choiceOf('ReadingOutcome', readingOutcomes, 'What a published phrase became.');

@ObjectType('Reading', { description: 'How one published phrase of an imported product was read.' })
export class ReadingType implements Reading {
  @Field(() => ReadingOutcomeWord)
  outcome!: Reading['outcome'];

  @Field(() => String)
  column!: string;

  @Field(() => String)
  quote!: string;

  @Field(() => [String], { description: 'Names of terms, or JSON pointers into the rule.' })
  became!: readonly string[];

  @Field(() => TextType, { nullable: true })
  note!: Text | null;
}
