import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { AllowAnyone, AllowSignedIn, signedIn } from '../../graphql/guard';
import { changePassword } from './changePassword';
import { issueToken, type SignedIn, signIn } from './signIn';
import { signOut } from './signOut';
import { SessionType, TokenType } from './types';

@Resolver()
export class SessionResolver {
  @AllowAnyone()
  @Mutation(() => SessionType, { description: 'Signs a browser in. Five wrong passwords in a row lock the account for a while.' })
  async signIn(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
  ): Promise<SignedIn> {
    const session = await signIn(context, { username, password }, context);
    context.keepSession(session);
    return session;
  }

  @AllowAnyone()
  @Mutation(() => TokenType, { description: 'Signs a machine in; the label says what the token is for.' })
  issueToken(
    @Ctx() context: RequestContext,
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
    @Arg('label', () => String) label: string,
  ): Promise<SignedIn> {
    return issueToken(context, { username, password, label }, context);
  }

  @AllowAnyone()
  @Mutation(() => Boolean, { description: 'Ends this session for good; also when it is over already.' })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    await signOut(context, context.sessionToken);
    context.keepSession(null);
    return true;
  }

  @AllowSignedIn({ alsoUnconfirmed: true })
  @Mutation(() => Boolean, { description: 'Gives yourself a new password and ends your other sessions.' })
  changePassword(
    @Ctx() context: RequestContext,
    @Arg('current', () => String) current: string,
    @Arg('next', () => String) next: string,
  ): Promise<boolean> {
    return changePassword(signedIn(context), { current, next }, context.sessionToken);
  }
}
