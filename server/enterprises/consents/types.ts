import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type ConsentStanding, consentStandings, standingOf, verbsOnConsent } from './access';
import type { GrantConsentInput } from './grantConsent';
import type { ConsentFilter } from './queries';
import { type Consent, type ConsentPurpose, consentPurposes } from './tables';
import { type ConsentTerms, purposeTerms } from './terms';

export const ConsentPurposeWord = choiceOf('ConsentPurpose', consentPurposes);
const ConsentStandingWord = choiceOf('ConsentStanding', consentStandings, 'How a consent stands today, expiry included.');
const ConsentStandingGroup = choiceOf('ConsentStandingGroup', ['inForce', 'ended']);

@ObjectType('Consent', {
  description: "A firm's authorisation of one recipient, for one purpose, to read some classes for a time.",
})
export class ConsentType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  enterpriseId!: string;

  @Field(() => ID)
  recipientId!: string;

  @Field(() => ConsentPurposeWord)
  purpose!: ConsentPurpose;

  @Field(() => TextType)
  purposeLabel!: Text;

  @Field(() => [String], { description: 'Codes of the data catalogue.' })
  dataClasses!: readonly string[];

  @Field(() => CalendarDateScalar)
  validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it opens anything.' })
  validTo!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  dataFrom!: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  dataTo!: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: 'On how many days the recipient may read; null where they are not limited.' })
  readDaysMax!: number | null;

  @Field(() => Int, { description: 'On how many days it has read, counted where they are limited.' })
  readDays!: number;

  @Field(() => Int, { description: 'How many days after its end the recipient may keep what it read.' })
  dataLifeDays!: number;

  @Field(() => ConsentStandingWord)
  standing!: ConsentStanding;

  @Field(() => String)
  textVersion!: string;

  @Field(() => String, { description: 'SHA-256 of the terms that were signed.' })
  textHash!: string;

  @Field(() => InstantScalar)
  signedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was withdrawn or replaced.' })
  revokedAt!: Instant | null;

  @Field(() => String, { nullable: true })
  revokeReason!: string | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const consentShape = (consent: Consent, { actor, today }: { actor: Actor; today: CalendarDate }): ConsentType => ({
  ...consent,
  purposeLabel: purposeTerms[consent.purpose].label,
  standing: standingOf(consent, today),
  allowedVerbs: verbsOnConsent(actor, consent, today),
});

@InputType('ConsentFilter')
class ConsentFilterInput implements ConsentFilter {
  @Field(() => ID, { nullable: true })
  enterpriseId?: string | null;

  @Field(() => ID, { nullable: true })
  recipientId?: string | null;

  @Field(() => ConsentPurposeWord, { nullable: true })
  purpose?: ConsentPurpose | null;

  @Field(() => ConsentStandingGroup, { nullable: true })
  standing?: 'inForce' | 'ended' | null;
}

@InputType()
export class ConsentListInput extends ListInput {
  @Field(() => ConsentFilterInput, { nullable: true })
  filter?: ConsentFilterInput | null;
}

export const ConsentPage = pageOf(ConsentType, 'Consent');

@ObjectType('ConsentTerms', { description: 'The text to sign, and the hash that the signature is bound to.' })
export class ConsentTermsType implements ConsentTerms {
  @Field(() => String)
  version!: string;

  @Field(() => TextType)
  text!: Text;

  @Field(() => String)
  hash!: string;
}

@InputType('GrantConsentInput')
export class GrantConsentInputType implements GrantConsentInput {
  @Field(() => ID)
  recipientId!: string;

  @Field(() => ConsentPurposeWord)
  purpose!: ConsentPurpose;

  @Field(() => [String])
  dataClasses!: string[];

  @Field(() => CalendarDateScalar)
  validTo!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First as-of day of the records it opens.' })
  dataFrom?: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last as-of day of the records it opens.' })
  dataTo?: CalendarDate | null;

  @Field(() => Int, {
    nullable: true,
    description: 'On how many days the recipient may read, 1 for once; not limited when left out.',
  })
  readDaysMax?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days after its end the recipient may keep what it read; 180 when left out.',
  })
  dataLifeDays?: number | null;

  @Field(() => String, { description: 'The hash of the terms that were read.' })
  textHash!: string;
}
