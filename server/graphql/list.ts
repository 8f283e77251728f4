import { type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ListRequest, perPageDefault } from '../shared/list';

export enum SortOrder {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortOrder, { name: 'SortOrder' });

/** What every list takes; a module's own input extends it with its filters. */
@InputType()
export abstract class ListInput implements ListRequest {
  @Field(() => Int, { defaultValue: 1, description: 'Pages count from 1.' })
  page: number = 1;

  @Field(() => Int, { defaultValue: perPageDefault, description: 'Records a page, 1 to 200.' })
  perPage: number = perPageDefault;

  @Field(() => String, { nullable: true, description: 'A field of the list to sort by; each list names its own.' })
  sort?: string | null;

  @Field(() => SortOrder, { nullable: true })
  order?: SortOrder | null;

  @Field(() => String, { nullable: true, description: 'Words to look for.' })
  q?: string | null;
}

/** The `{items, total}` type of a list of `Item`s, named `<Item>Page`. */
export function pageOf<Item extends object>(itemType: ClassType<Item>, name: string) {
  @ObjectType(`${name}Page`)
  class PageOfItems {
    @Field(() => [itemType])
    items!: Item[];

    @Field(() => Int, { description: 'How many records there are in all.' })
    total!: number;
  }
  return PageOfItems;
}
