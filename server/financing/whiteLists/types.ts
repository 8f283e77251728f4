import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../../graphql/scalars';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import { verbsOfBank, verbsOnEntry } from './access';
import type { WhiteListInput } from './createWhiteList';
import type { EntryView, Listing, WhiteListFigures, WhiteListView } from './queries';
import type { ContactInput } from './recordContact';
import type { ContactResult, WhiteListContact, WhiteListEntry } from './tables';
import { ContactResultWord } from './words';

@ObjectType('ContactResultCount')
class ContactResultCountType {
  @Field(() => ContactResultWord)
  result!: ContactResult;

  @Field(() => Int)
  count!: number;
}

@ObjectType('WhiteListFigures', { description: 'To the department over all banks, to a bank of its own doing.' })
export class WhiteListFiguresType implements WhiteListFigures {
  @Field(() => Int)
  firms!: number;

  @Field(() => Int, { description: 'Firms that have taken themselves off.' })
  left!: number;

  @Field(() => Int, { description: 'Firms that a bank was in touch with.' })
  contacted!: number;

  @Field(() => Int, { description: 'Firms that have applied since.' })
  applied!: number;

  @Field(() => Int, { description: 'Firms that a loan was paid out to since.' })
  lent!: number;

  @Field(() => [ContactResultCountType], { description: 'Contacts by what came of them.' })
  results!: readonly ContactResultCountType[];
}

@ObjectType('WhiteList', { description: 'Firms that a department recommends to banks, for a purpose and until a day.' })
export class WhiteListType {
  /** What the nested fields are found by. */
  record!: WhiteListView;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => CalendarDateScalar)
  validUntil!: CalendarDate;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

export const whiteListShape = (record: WhiteListView): WhiteListType => ({ ...record.list, record });

export const WhiteListPage = pageOf(WhiteListType, 'WhiteList');

@InputType()
export class WhiteListListInput extends ListInput {}

@ObjectType('WhiteListContact', { description: "A bank's contact with a listed firm." })
export class WhiteListContactType {
  /** What the bank is found by. */
  record!: WhiteListContact;

  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar)
  contactedOn!: CalendarDate;

  @Field(() => ContactResultWord)
  result!: ContactResult;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  nextOn!: CalendarDate | null;
}

export const contactShape = (record: WhiteListContact): WhiteListContactType => ({ ...record, record });

@ObjectType('WhiteListEntry', { description: 'A firm on a white list.' })
export class WhiteListEntryType {
  /** What the firm is found by. */
  record!: WhiteListEntry;

  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar, { nullable: true })
  leftAt!: Instant | null;

  @Field(() => String, { nullable: true })
  leaveReason!: string | null;

  @Field(() => [WhiteListContactType], { description: 'The newest first.' })
  contacts!: readonly WhiteListContactType[];

  @Field(() => Boolean, { description: 'It has applied to a bank of the list since; to a bank: to itself.' })
  hasApplied!: boolean;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const entryShape = (actor: Actor, { entry, contacts, hasApplied }: EntryView): WhiteListEntryType => ({
  ...entry,
  record: entry,
  contacts: contacts.map(contactShape),
  hasApplied,
  allowedVerbs: verbsOfBank(actor, entry),
});

export const WhiteListEntryPage = pageOf(WhiteListEntryType, 'WhiteListEntry');

@ObjectType('WhiteListing', {
  description: 'That your firm is on a white list: who put it there, for what, and which banks see it.',
})
export class WhiteListingType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => WhiteListType)
  list!: WhiteListType;

  @Field(() => InstantScalar, { nullable: true })
  leftAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const listingShape = (actor: Actor, { entry, ...view }: Listing): WhiteListingType => ({
  ...entry,
  list: whiteListShape(view),
  allowedVerbs: verbsOnEntry(actor, entry),
});

export const WhiteListingPage = pageOf(WhiteListingType, 'WhiteListing');

@InputType('WhiteListInput')
export class WhiteListInputType implements WhiteListInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => CalendarDateScalar, { description: 'The last day on which banks see it.' })
  validUntil!: CalendarDate;

  @Field(() => [ID], { description: 'The banks that it is pushed to.' })
  institutionIds!: string[];

  @Field(() => [String], { description: 'Unified social credit codes of the firms.' })
  codes!: string[];
}

@InputType('ContactInput')
export class ContactInputType implements ContactInput {
  @Field(() => CalendarDateScalar)
  contactedOn!: CalendarDate;

  @Field(() => ContactResultWord)
  result!: ContactResult;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the bank wants to be in touch again.' })
  nextOn?: CalendarDate | null;
}
