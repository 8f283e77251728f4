import { Field, ObjectType } from 'type-graphql';
import type { Text } from '../shared/text';

@ObjectType('Text', { description: 'A label or sentence in both languages.' })
export class TextType implements Text {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}
