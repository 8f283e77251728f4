import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { SecurityKind } from '../../matching/attributes';
import { SecurityKindWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { VerdictWord } from '../matches/types';
import {
  ApplicationOriginWord,
  ApplicationPartyWord,
  ApplicationStateWord,
  ChannelWord,
  DeadlineWord,
  ReasonCodeWord,
} from '../words';
import { stateOn, verbsOnApplication } from './access';
import type { Exposure } from './exposure';
import type { ApplicationState } from './lifecycle';
import type { ApplicationEvent, ApplicationFilter, Deadline } from './queries';
import { type Reason, type ReasonCode, reasonCodes, reasons } from './reasons';
import type { Application, ApplicationOrigin, Channel } from './tables';

@ObjectType('Reason', { description: 'A coded reason why a bank does not go on, and what would change it.' })
export class ReasonType implements Reason {
  @Field(() => ReasonCodeWord)
  code!: ReasonCode;

  @Field(() => TextType)
  label!: Text;

  @Field(() => TextType, { description: 'What would change it.' })
  change!: Text;

  @Field(() => Boolean, { description: 'The bank must explain it in its own words.' })
  needsText!: boolean;
}

export const reasonShape = (code: ReasonCode): ReasonType => ({ code, ...reasons[code] });

export const reasonShapes: readonly ReasonType[] = reasonCodes.map(reasonShape);

@ObjectType('ApplicationEvent', { description: 'Something that happened to an application, and by which side.' })
export class ApplicationEventType implements ApplicationEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String, { description: 'The operation: submitApplication, makeOffer, lapseApplication …' })
  verb!: string;

  @Field(() => ApplicationPartyWord)
  party!: ApplicationEvent['party'];

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('Application', { description: "A firm's request to one bank for one version of one product." })
export class ApplicationType {
  /** What the nested fields are found by. */
  record!: Application;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ApplicationStateWord)
  state!: ApplicationState;

  @Field(() => ID)
  demandId!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => ApplicationOriginWord)
  origin!: ApplicationOrigin;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Of an auction: the last day for a first offer.' })
  offersUntil!: CalendarDate | null;

  @Field(() => ChannelWord)
  channel!: Channel;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => [SecurityKindWord])
  securities!: readonly SecurityKind[];

  @Field(() => VerdictWord, { description: 'On the day of submission, from what the bank may read.' })
  matchVerdict!: Application['matchVerdict'];

  @Field(() => String, { description: 'SHA-256 of all that the verdict was drawn from.' })
  matchDigest!: string;

  @Field(() => String)
  engineVersion!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'While an offer waits for an answer: its last day.' })
  offerValidUntil!: CalendarDate | null;

  @Field(() => ReasonType, { nullable: true, description: 'Why the bank declined or rejected it.' })
  reason!: ReasonType | null;

  @Field(() => String, { nullable: true, description: "The bank's own words." })
  reasonText!: string | null;

  @Field(() => InstantScalar)
  submittedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended or the loan was paid out.' })
  decidedAt!: Instant | null;

  /** By its state alone; what the reader may sign beside, the resolver looks up. */
  verbs!: readonly string[];
}

/** An application as `actor`, a party to it, is shown it. */
export const applicationShape = (
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
  application: Application,
): ApplicationType => {
  const state = stateOn(application, today);
  return {
    ...application,
    record: application,
    state,
    offerValidUntil: state === 'offered' || state === 'countered' ? application.offerValidUntil : null,
    reason: application.reasonCode && reasonShape(application.reasonCode),
    verbs: verbsOnApplication(actor, application, today),
  };
};

@ObjectType('Exposure', {
  description: 'What a firm has going on with other lenders of the platform: numbers alone, never whom.',
})
export class ExposureType implements Exposure {
  @Field(() => Int, { description: 'Other institutions with an application of the firm under way.' })
  liveApplications!: number;

  @Field(() => Int, { description: 'Other institutions that a loan of the platform is owed to.' })
  lenders!: number;
}

export const ApplicationPage = pageOf(ApplicationType, 'Application');

@InputType('ApplicationFilter')
class ApplicationFilterInput implements ApplicationFilter {
  @Field(() => [ApplicationStateWord], { nullable: true, description: 'Any of these.' })
  states?: ApplicationState[] | null;

  @Field(() => ID, { nullable: true })
  demandId?: string | null;

  @Field(() => ID, { nullable: true })
  productId?: string | null;

  @Field(() => ChannelWord, { nullable: true })
  channel?: Channel | null;

  @Field(() => DeadlineWord, { nullable: true, description: 'Only those on which a clock runs, by its day.' })
  deadline?: Deadline | null;
}

@InputType()
export class ApplicationListInput extends ListInput {
  @Field(() => ApplicationFilterInput, { nullable: true })
  filter?: ApplicationFilterInput | null;
}

@InputType('ApplicationInput')
export class ApplicationInputType {
  @Field(() => ID)
  demandId!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => ID, { description: 'The version whose terms were read; refused when another is in force.' })
  productVersionId!: string;

  @Field(() => Money, { nullable: true, description: "The demand's where left out." })
  amountFen?: number | null;

  @Field(() => Int, { nullable: true, description: "The demand's where left out." })
  termMonths?: number | null;

  @Field(() => [SecurityKindWord], { nullable: true, description: "The demand's where left out." })
  securities?: SecurityKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Your application under the demand that this one takes the place of: withdrawn if under way; its file goes along.',
  })
  insteadOfId?: string | null;
}
