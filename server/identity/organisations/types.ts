import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { OrganisationKind } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import type { UsccCheck, UsccTest, UsccVerdict } from '../../shared/uscc';
import type { Organisation, OrganisationStatus, StoredUsccVerdict } from '../tables';
import { OrganisationKindWord, OrganisationStatusWord, StoredUsccVerdictWord } from '../words';
import type { CreateOrganisationInput } from './createOrganisation';
import type { OrganisationFilter } from './queries';

@ObjectType('Organisation', { description: 'A party on the platform.' })
export class OrganisationType implements Organisation {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => OrganisationKindWord)
  kind!: OrganisationKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  shortName!: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code (GB 32100).' })
  uscc!: string | null;

  @Field(() => StoredUsccVerdictWord, { nullable: true, description: 'checkDigitMismatch waits for the registry to confirm.' })
  usccVerdict!: StoredUsccVerdict | null;

  @Field(() => String, { nullable: true, description: 'GB/T 2260; null where the register is silent.' })
  regionCode!: string | null;

  @Field(() => OrganisationStatusWord)
  status!: OrganisationStatus;

  @Field(() => String, { nullable: true, description: 'Why it was rejected or suspended.' })
  statusReason!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

export const OrganisationPage = pageOf(OrganisationType, 'Organisation');

@InputType('OrganisationFilter')
export class OrganisationFilterInput implements OrganisationFilter {
  @Field(() => OrganisationKindWord, { nullable: true })
  kind?: OrganisationKind | null;

  @Field(() => OrganisationStatusWord, {
    nullable: true,
    description: 'pending finds all that wait for the operator: new registrations, and active firms that somebody claims.',
  })
  status?: OrganisationStatus | null;

  @Field(() => String, { nullable: true, description: 'A division (GB/T 2260): it and all below.' })
  regionCode?: string | null;
}

@InputType()
export class OrganisationListInput extends ListInput {
  @Field(() => OrganisationFilterInput, { nullable: true })
  filter?: OrganisationFilterInput | null;
}

@InputType('CreateOrganisationInput')
export class NewOrganisationInput implements CreateOrganisationInput {
  @Field(() => OrganisationKindWord)
  kind!: OrganisationKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  shortName?: string | null;

  @Field(() => String, { nullable: true })
  uscc?: string | null;

  @Field(() => String, { nullable: true })
  regionCode?: string | null;

  @Field(() => String, { description: 'The first administrator, who may sign in at once.' })
  administratorName!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  password!: string;
}

const UsccVerdictWord = choiceOf(
  'UsccVerdict',
  ['valid', 'checkDigitMismatch', 'malformed'],
  'malformed is refused; a mismatch is accepted and flagged, since such codes have been issued.',
);
const UsccTestWord = choiceOf('UsccTest', [
  'length',
  'alphabet',
  'department',
  'entityType',
  'region',
  'organisationCheck',
  'checkCharacter',
]);

@ObjectType('UsccReport', { description: 'What the check of a unified social credit code found (GB 32100, GB 11714).' })
export class UsccReportType implements UsccCheck {
  @Field(() => UsccVerdictWord)
  verdict!: UsccVerdict;

  @Field(() => String, { description: 'Half-width, upper-case, without spaces.' })
  normalised!: string;

  @Field(() => [UsccTestWord])
  failed!: UsccTest[];

  @Field(() => TextType)
  text!: Text;
}
