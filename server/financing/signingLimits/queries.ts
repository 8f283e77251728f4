import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Reader } from '../../database/database';
import { type User, users } from '../../identity/tables';
import type { Actor } from '../../shared/actor';
import { type Fen, sumText } from '../../shared/money';
import { notAllowed } from '../../shared/refusals';
import { isWithin } from './access';
import { everyOfficer, type SigningLimit, signingLimits } from './tables';

/** The sum up to which the actor may bind its firm; null where there is no limit: an administrator, and whoever none was set for. */
export async function signingLimitOf(read: Reader, { userId, organisationId, role }: Actor): Promise<Fen | null> {
  if (role === 'administrator') return null;
  const limits = await read
    .select()
    .from(signingLimits)
    .where(and(eq(signingLimits.enterpriseId, organisationId), inArray(signingLimits.holder, [userId, everyOfficer])));
  return limitAmong(limits, userId);
}

/** One's own goes before that of all officers. */
function limitAmong(limits: readonly SigningLimit[], userId: string): Fen | null {
  const of = (holder: string) => limits.find(limit => limit.holder === holder)?.amountFen;
  return of(userId) ?? of(everyOfficer) ?? null;
}

/** Refuses a sum above what the actor may bind its firm by, naming both and who may. */
export async function mustMaySign(read: Reader, { actor }: ActorContext, amountFen: Fen): Promise<void> {
  const limitFen = await signingLimitOf(read, actor);
  if (limitFen === null || isWithin(amountFen, limitFen)) return;
  const [amount, limit] = [sumText(amountFen), sumText(limitFen)];
  throw notAllowed(
    {
      zh: `金额 ${amount.zh}超过您的签署限额 ${limit.zh}：请由本企业管理员（法定代表人或其授权人）办理，或由其调整限额。`,
      en: `${amount.en} is above your signing limit of ${limit.en}: an administrator of your firm, who stands for its legal representative, has to do this, or to raise the limit.`,
    },
    { rule: 'signingLimit', amountFen, limitFen },
  );
}

/** Somebody who works at the firm, with the limit set for them and the one that holds. */
export type Signer = {
  readonly user: User;
  readonly ownFen: Fen | null;
  readonly limitFen: Fen | null;
};

/** Who may bind the actor's firm by how much. */
export type SigningRules = {
  readonly officersFen: Fen | null;
  /** What holds for the actor. */
  readonly mineFen: Fen | null;
  readonly signers: readonly Signer[];
};

/** The limits of the actor's own firm, with everybody who can sign; auditors sign nothing. */
export async function signingRules({ db, actor }: ActorContext): Promise<SigningRules> {
  const { organisationId } = actor;
  const [limits, people, mineFen] = await Promise.all([
    db.read.select().from(signingLimits).where(eq(signingLimits.enterpriseId, organisationId)),
    db.read
      .select()
      .from(users)
      .where(and(eq(users.organisationId, organisationId), eq(users.status, 'active'), ne(users.role, 'auditor')))
      .orderBy(asc(users.createdAt), asc(users.id)),
    signingLimitOf(db.read, actor),
  ]);
  return {
    officersFen: limits.find(({ holder }) => holder === everyOfficer)?.amountFen ?? null,
    mineFen,
    signers: people.map(user => ({
      user,
      ownFen: limits.find(({ holder }) => holder === user.id)?.amountFen ?? null,
      limitFen: user.role === 'administrator' ? null : limitAmong(limits, user.id),
    })),
  };
}
