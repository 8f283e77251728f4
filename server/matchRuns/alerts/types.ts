import { Field, InputType, ObjectType } from 'type-graphql';
import { Money } from '../../graphql/scalars';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord } from '../../products/words';
import type { MatchAlertWish } from './queries';
import type { MatchAlertInput } from './setMatchAlert';

@ObjectType('MatchAlert', { description: 'Whether your firm is told when products become or cease to be open to it.' })
export class MatchAlertType implements MatchAlertWish {
  @Field(() => Boolean)
  isOn!: boolean;

  @Field(() => ProductLabelWord, { nullable: true, description: 'Products with this label alone.' })
  label!: ProductLabel | null;

  @Field(() => Money, { nullable: true, description: 'Products that can be had for at least as much.' })
  amountFenMin!: number | null;
}

@InputType('MatchAlertInput')
export class MatchAlertInputType implements MatchAlertInput {
  @Field(() => ProductLabelWord, { nullable: true })
  label?: ProductLabel | null;

  @Field(() => Money, { nullable: true })
  amountFenMin?: number | null;
}
