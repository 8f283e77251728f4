import { Field, ObjectType } from 'type-graphql';
import { InstantScalar } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import type { User } from '../tables';
import { UserType } from '../users/types';

@ObjectType('Session', { description: "A browser's sign-in; its token is in an HttpOnly cookie." })
export class SessionType {
  @Field(() => InstantScalar)
  expiresAt!: Instant;

  @Field(() => UserType)
  user!: User;
}

@ObjectType('Token', { description: "A machine's sign-in: send it as `Authorization: Bearer …`." })
export class TokenType extends SessionType {
  @Field(() => String, { description: 'Shown this once; only its hash is kept.' })
  token!: string;
}
