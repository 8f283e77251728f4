import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../../graphql/scalars';
import { RoleWord } from '../../identity/words';
import type { Actor, Role } from '../../shared/actor';
import type { Fen } from '../../shared/money';
import { maySetLimits } from './access';
import type { Signer, SigningRules } from './queries';

@ObjectType('Signer', { description: 'Somebody of your firm who may accept offers and sign contracts, and up to which sum.' })
export class SignerType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  username!: string;

  @Field(() => RoleWord)
  role!: Role;

  @Field(() => Money, { nullable: true, description: 'Set for them alone; null: that of all officers holds.' })
  ownFen!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'What holds; null: no limit.' })
  limitFen!: Fen | null;
}

@ObjectType('SigningRules', { description: 'Who may bind your firm by how much; above it an administrator has to.' })
export class SigningRulesType {
  @Field(() => Money, { nullable: true, description: 'Of every officer without a limit of their own; null: none.' })
  officersFen!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'What holds for you; null: no limit.' })
  mineFen!: Fen | null;

  @Field(() => [SignerType])
  signers!: readonly SignerType[];

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const rulesShape = (actor: Actor, { officersFen, mineFen, signers }: SigningRules): SigningRulesType => ({
  officersFen,
  mineFen,
  signers: signers.map(signerShape),
  allowedVerbs: maySetLimits(actor) ? ['setSigningLimit'] : [],
});

const signerShape = ({ user: { id, name, username, role }, ownFen, limitFen }: Signer): SignerType => ({
  id,
  name,
  username,
  role,
  ownFen,
  limitFen,
});
