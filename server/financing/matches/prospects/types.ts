import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../../graphql/choice';
import { CalendarDateScalar, FactValueScalar } from '../../../graphql/scalars';
import { TextType } from '../../../graphql/text';
import type { FactValue } from '../../../matching/facts';
import type { NamedProduct } from '../../../products/queries';
import type { CalendarDate } from '../../../shared/dates';
import type { Text } from '../../../shared/text';
import { MatchCountsType } from '../types';
import type { Door } from './doors';
import type { Counts, Moved, WhatIfAnswer, WhatIfPoint } from './whatIf';

const DoorKindWord = choiceOf('DoorKind', ['act', 'wait'] satisfies Door['kind'][], 'The firm can act, or time will do it.');

@ObjectType('NamedProduct')
class NamedProductType implements NamedProduct {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  institutionName!: string;
}

@ObjectType('MovedProducts')
class MovedType implements Moved {
  @Field(() => Int)
  total!: number;

  @Field(() => [NamedProductType], { description: 'The first few.' })
  products!: readonly NamedProduct[];
}

@ObjectType('WhatIfPoint', { description: 'What the firm would qualify for at one value.' })
class WhatIfPointType implements WhatIfPoint {
  @Field(() => FactValueScalar)
  value!: FactValue;

  @Field(() => TextType)
  text!: Text;

  @Field(() => Boolean, { description: 'The value of today.' })
  isNow!: boolean;

  @Field(() => MatchCountsType)
  counts!: Counts;

  @Field(() => MovedType, { description: 'Eligible then, and not today.' })
  enters!: Moved;

  @Field(() => MovedType, { description: 'Eligible today, and not then.' })
  leaves!: Moved;
}

@ObjectType('WhatIf', { description: 'The answer at every value that matters. Nothing imagined is kept.' })
export class WhatIfType implements WhatIfAnswer {
  @Field(() => String)
  attr!: WhatIfAnswer['attr'];

  @Field(() => FactValueScalar, { nullable: true, description: 'Of today; null where it is not known or not said.' })
  now!: FactValue | null;

  @Field(() => TextType, { nullable: true })
  nowText!: Text | null;

  @Field(() => MatchCountsType, { description: 'As things are.' })
  counts!: Counts;

  @Field(() => [WhatIfPointType])
  points!: readonly WhatIfPoint[];
}

@InputType('WhatIfChange', { description: 'A value that an attribute is imagined to have.' })
export class WhatIfChangeInput {
  @Field(() => String)
  attr!: string;

  @Field(() => FactValueScalar)
  value!: FactValue;
}

@ObjectType('Door', { description: 'One change of one thing, and the products it alone makes certain.' })
export class DoorType implements Door {
  @Field(() => String)
  attr!: Door['attr'];

  @Field(() => TextType)
  label!: Text;

  @Field(() => DoorKindWord)
  kind!: Door['kind'];

  @Field(() => TextType)
  text!: Text;

  @Field(() => TextType)
  nowText!: Text;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which time will have done it.' })
  on!: CalendarDate | null;

  @Field(() => [NamedProductType])
  opens!: readonly NamedProduct[];

  @Field(() => Int, { description: 'How many of today it would cost.' })
  closes!: number;
}
