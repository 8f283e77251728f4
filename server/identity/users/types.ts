import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar } from '../../graphql/scalars';
import type { OrganisationKind, Role } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import type { UserStatus } from '../tables';
import { OrganisationKindWord, RoleWord, UserStatusWord } from '../words';
import type { CreateUserInput } from './createUser';
import type { DemoAccount, UserFilter } from './queries';
import type { UpdateUserInput } from './updateUser';

@ObjectType('User', { description: 'Somebody who acts for one organisation.' })
export class UserType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleWord)
  role!: Role;

  @Field(() => UserStatusWord)
  status!: UserStatus;

  @Field(() => String, { nullable: true, description: 'Why the user was disabled or not confirmed.' })
  statusReason!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when wrong passwords have locked the account.' })
  lockedUntil!: Instant | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

export const UserPage = pageOf(UserType, 'User');

@InputType('UserFilter')
export class UserFilterInput implements UserFilter {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => RoleWord, { nullable: true })
  role?: Role | null;

  @Field(() => UserStatusWord, { nullable: true })
  status?: UserStatus | null;
}

@InputType()
export class UserListInput extends ListInput {
  @Field(() => UserFilterInput, { nullable: true })
  filter?: UserFilterInput | null;
}

@InputType('CreateUserInput')
export class NewUserInput implements CreateUserInput {
  @Field(() => ID, { nullable: true, description: 'Your own organisation when left out.' })
  organisationId?: string | null;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleWord)
  role!: Role;

  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;
}

@InputType('UpdateUserInput')
export class ChangedUserInput implements UpdateUserInput {
  @Field(() => String)
  name!: string;

  @Field(() => RoleWord)
  role!: Role;
}

@ObjectType('DemoAccount', { description: 'An account of a demo world, whose password everybody may know.' })
export class DemoAccountType implements DemoAccount {
  @Field(() => String)
  username!: string;

  @Field(() => String)
  password!: string;

  @Field(() => RoleWord)
  role!: Role;

  @Field(() => String)
  organisationName!: string;

  @Field(() => OrganisationKindWord)
  organisationKind!: OrganisationKind;
}
