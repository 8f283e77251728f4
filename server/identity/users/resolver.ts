import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { AllowAnyone, AllowSignedIn, signedIn } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { organisationOf } from '../organisations/loaders';
import { OrganisationType } from '../organisations/types';
import type { Organisation, User } from '../tables';
import { userVerbs } from './access';
import { createUser } from './createUser';
import { disableUser } from './disableUser';
import { enableUser } from './enableUser';
import { type DemoAccount, findUser, listDemoAccounts, listUsers } from './queries';
import { resetPassword } from './resetPassword';
import { ChangedUserInput, DemoAccountType, NewUserInput, UserListInput, UserPage, UserType } from './types';
import { updateUser } from './updateUser';

const administrators = { roles: ['administrator'] } as const;

@Resolver(() => UserType)
export class UserResolver {
  @AllowAnyone()
  @Query(() => UserType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  async me(@Ctx() context: RequestContext): Promise<User | null> {
    return context.actor && findUser(signedIn(context), context.actor.userId);
  }

  @AllowAnyone()
  @Query(() => [DemoAccountType], { description: 'The accounts of a demo world; empty on a real platform.' })
  demoAccounts(@Ctx() { db }: RequestContext): Promise<DemoAccount[]> {
    return listDemoAccounts(db.read);
  }

  @AllowSignedIn({ roles: ['administrator', 'auditor'] })
  @Query(() => UserPage, { description: "Your organisation's users; the operator sees those of all." })
  users(
    @Ctx() context: RequestContext,
    @Arg('list', () => UserListInput, { defaultValue: {} }) list: UserListInput,
  ): Promise<Page<User>> {
    return listUsers(signedIn(context), list);
  }

  @AllowSignedIn()
  @Query(() => UserType)
  user(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<User> {
    return findUser(signedIn(context), id);
  }

  @AllowSignedIn(administrators)
  @Mutation(() => UserType, { description: 'Adds a user who may sign in at once.' })
  createUser(@Ctx() context: RequestContext, @Arg('input', () => NewUserInput) input: NewUserInput): Promise<User> {
    return createUser(signedIn(context), input);
  }

  @AllowSignedIn(administrators)
  @Mutation(() => UserType)
  updateUser(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ChangedUserInput) input: ChangedUserInput,
  ): Promise<User> {
    return updateUser(signedIn(context), { id, version }, input);
  }

  @AllowSignedIn(administrators)
  @Mutation(() => UserType, {
    description: 'Keeps a user out and ends its sessions; never yourself, never the last administrator.',
  })
  disableUser(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string | null,
  ): Promise<User> {
    return disableUser(signedIn(context), { id, version }, reason ?? null);
  }

  @AllowSignedIn(administrators)
  @Mutation(() => UserType)
  enableUser(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<User> {
    return enableUser(signedIn(context), { id, version });
  }

  @AllowSignedIn(administrators)
  @Mutation(() => UserType, { description: 'Gives a user a new password, ends its lock and its sessions.' })
  resetPassword(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('password', () => String) password: string,
  ): Promise<User> {
    return resetPassword(signedIn(context), { id, version }, password);
  }

  @FieldResolver(() => OrganisationType)
  organisation(@Ctx() context: RequestContext, @Root() user: User): Promise<Organisation> {
    return organisationOf(context, user.organisationId);
  }

  @FieldResolver(() => [String], { description: 'What you may do to the user now.' })
  allowedVerbs(@Ctx() context: RequestContext, @Root() user: User): string[] {
    return context.actor ? userVerbs(context.actor, user) : [];
  }
}
