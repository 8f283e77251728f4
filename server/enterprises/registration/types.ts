import { Field, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { CalendarDateScalar } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import { OrganisationType } from '../../identity/organisations/types';
import type { Organisation, StoredUsccVerdict } from '../../identity/tables';
import { StoredUsccVerdictWord } from '../../identity/words';
import type { Text } from '../../shared/text';
import type { EntityType } from '../tables';
import { EntityTypeWord } from '../types';
import type { RegisterEnterpriseInput, Registration } from './registerEnterprise';

const RegistrationWayWord = choiceOf(
  'RegistrationWay',
  ['new', 'again', 'claim'],
  'again: after a rejection; claim: the firm came by import and nobody acts for it yet.',
);

@InputType('RegisterEnterpriseInput')
export class RegistrationInput implements RegisterEnterpriseInput {
  @Field(() => String, { description: 'Unified social credit code (GB 32100).' })
  uscc!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'GB/T 2260.' })
  regionCode!: string;

  @Field(() => String, { nullable: true, description: 'GB/T 4754.' })
  industryCode?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  foundedOn?: string | null;

  @Field(() => EntityTypeWord, { defaultValue: 'enterprise' })
  entityType!: EntityType;

  @Field(() => String, { description: 'The person who will manage the users of the firm.' })
  contactName!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;
}

@ObjectType('Registration', { description: 'A registration that awaits the operator.' })
export class RegistrationType implements Registration {
  @Field(() => OrganisationType)
  organisation!: Organisation;

  @Field(() => RegistrationWayWord)
  way!: Registration['way'];

  @Field(() => StoredUsccVerdictWord)
  usccVerdict!: StoredUsccVerdict;

  @Field(() => TextType, { description: 'What happens next.' })
  text!: Text;
}
