import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { users } from '../../identity/tables';
import { userWord } from '../../identity/users/changeUser';
import type { Fen } from '../../shared/money';
import { invalidInput, notAllowed, notFound } from '../../shared/refusals';
import { maySetLimits } from './access';
import { type SigningRules, signingRules } from './queries';
import { everyOfficer, signingLimits } from './tables';

export type SigningLimitRequest = {
  /** An officer of the firm; null: all officers without a limit of their own. */
  readonly userId: string | null;
  /** Null takes the limit away. */
  readonly amountFen: Fen | null;
};

/**
 * A firm's administrator says up to which sum an officer, or every officer, may accept offers and sign contracts; what is above
 * needs an administrator. Refuses anybody else, another firm's user as not found, an administrator or auditor as the one limited,
 * and a sum below zero.
 */
export async function setSigningLimit(context: ActorContext, { userId, amountFen }: SigningLimitRequest): Promise<SigningRules> {
  const { actor, now } = context;
  if (!maySetLimits(actor)) throw administratorsOnly();
  if (amountFen !== null && !(Number.isSafeInteger(amountFen) && amountFen >= 0)) throw belowZero(amountFen);
  await context.db.write(async tx => {
    if (userId !== null) await checkOfficer(tx, context, userId);
    const limit = { enterpriseId: actor.organisationId, holder: userId ?? everyOfficer };
    const isThis = and(eq(signingLimits.enterpriseId, limit.enterpriseId), eq(signingLimits.holder, limit.holder));
    if (amountFen === null) await tx.delete(signingLimits).where(isThis);
    else
      await tx
        .insert(signingLimits)
        .values({ ...limit, amountFen, setAt: now })
        .onConflictDoUpdate({
          target: [signingLimits.enterpriseId, signingLimits.holder],
          set: { amountFen, setAt: now },
        });
    await record(tx, context, {
      verb: 'setSigningLimit',
      subject: { kind: 'organisation', id: actor.organisationId },
      details: { holder: limit.holder, amountFen },
    });
  });
  return signingRules(context);
}

async function checkOfficer(tx: Tx, { actor }: ActorContext, userId: string): Promise<void> {
  const user = await rowById(tx, users, userId);
  if (user?.organisationId !== actor.organisationId) throw notFound(userWord, userId);
  if (user.role === 'officer') return;
  throw invalidInput('userId', userId, 'signingLimit.officer', {
    zh: '限额只对经办人员设定：管理员代表法定代表人，不设限额；审阅人员不能签署。',
    en: 'Limits are for officers: administrators stand for the legal representative and have none, auditors sign nothing.',
  });
}

const administratorsOnly = () =>
  notAllowed(
    { zh: '签署限额由企业的管理员设定。', en: 'Signing limits are set by an administrator of the firm.' },
    { rule: 'role' },
  );

const belowZero = (amountFen: Fen) =>
  invalidInput('amountFen', amountFen, 'signingLimit.amount', {
    zh: '限额应为不小于零的金额。',
    en: 'A limit is a sum of zero or more.',
  });
