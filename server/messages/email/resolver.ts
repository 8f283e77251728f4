import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { AllowSignedIn, signedIn, working } from '../../graphql/guard';
import { endEmailSubscription } from './endEmailSubscription';
import { emailWishOf } from './queries';
import { setEmailSubscription } from './setEmailSubscription';
import { EmailSubscriptionInputType, EmailSubscriptionType } from './types';

@Resolver()
export class EmailSubscriptionResolver {
  @AllowSignedIn()
  @Query(() => EmailSubscriptionType, { nullable: true, description: 'What you want by e-mail; null for nothing.' })
  emailSubscription(@Ctx() context: RequestContext): Promise<EmailSubscriptionType | null> {
    return emailWishOf(signedIn(context));
  }

  @AllowSignedIn(working)
  @Mutation(() => EmailSubscriptionType, { description: "Lets you have your organisation's messages by e-mail from now on." })
  setEmailSubscription(
    @Ctx() context: RequestContext,
    @Arg('input', () => EmailSubscriptionInputType) input: EmailSubscriptionInputType,
  ): Promise<EmailSubscriptionType> {
    return setEmailSubscription(signedIn(context), input);
  }

  @AllowSignedIn(working)
  @Mutation(() => Boolean, { description: 'Ends your e-mails; what is on its way is not sent any more.' })
  endEmailSubscription(@Ctx() context: RequestContext): Promise<boolean> {
    return endEmailSubscription(signedIn(context));
  }
}
