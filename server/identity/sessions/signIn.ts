import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../../audit/record';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../database/database';
import { type Actor, systemActor } from '../../shared/actor';
import { parseInput, says } from '../../shared/input';
import { notAllowed, Refusal } from '../../shared/refusals';
import { type Organisation, organisations, type User, users } from '../tables';
import { countAttempt, lockedRefusal } from './attempt';
import { type OpenedSession, openSession } from './openSession';
import { isPassword } from './password';

const Credentials = z.object({ username: z.string().trim().toLowerCase().max(200), password: z.string().max(1_000) });
const Label = z.object({
  label: z
    .string()
    .trim()
    .refine(
      label => label.length >= 1 && label.length <= 60,
      says('label.length', '请说明令牌的用途（1 至 60 个字）。', 'Say in 1 to 60 characters what the token is for.'),
    ),
});

export type SignInInput = { readonly username: string; readonly password: string };
export type SignInSurroundings = { readonly sessionHours: number; readonly address: string };
export type SignedIn = OpenedSession & { readonly user: User };

/**
 * Opens a browser's session for the holder of username and password; the user of a firm that awaits confirmation or
 * was rejected may sign in too, and read how it stands. Refuses with NOT_SIGNED_IN what does not fit together,
 * without saying which of the two; with NOT_ALLOWED a locked account (saying until when, also to the right
 * password), a disabled user and a suspended organisation, these only to the right password. Every try is recorded.
 */
export const signIn = (context: Context, input: SignInInput, around: SignInSurroundings): Promise<SignedIn> =>
  openFor(context, input, around, { kind: 'cookie', label: null });

/** The same for a machine: a bearer token with a label that says what it is for. Refuses also an empty label. */
export const issueToken = async (
  context: Context,
  input: SignInInput & { readonly label: string },
  around: SignInSurroundings,
): Promise<SignedIn> =>
  openFor(context, input, around, { kind: 'bearer', label: parseInput(Label, { label: input.label }).label });

type Session = { readonly kind: 'cookie' | 'bearer'; readonly label: string | null };
type Holder = { readonly user: User; readonly organisation: Organisation };

async function openFor(context: Context, input: SignInInput, around: SignInSurroundings, session: Session): Promise<SignedIn> {
  const { username, password } = parseInput(Credentials, input, ['password']);
  const holder = await holderOf(context.db.read, username);
  const isRight = await isPassword(holder?.user.passwordHash ?? null, password);
  const answer = await context.db.write(async tx => {
    const refusal = holder ? await refusalOf(tx, context, holder, isRight) : wrongCredentials();
    if (refusal || !holder) {
      await recordFailure(tx, context, holder, around, refusal);
      return { refusal };
    }
    const { user } = holder;
    const opened = await openSession(tx, context, { userId: user.id, ...session, hours: around.sessionHours });
    await record(
      tx,
      { ...context, actor: actorOf(holder) },
      {
        verb: session.kind === 'cookie' ? 'signIn' : 'issueToken',
        subject: { kind: 'user', id: user.id },
        details: { address: around.address, expiresAt: opened.expiresAt, ...(session.label ? { label: session.label } : {}) },
      },
    );
    return { signedIn: { ...opened, user: { ...user, failedAttempts: 0, lockedUntil: null } } };
  });
  if (answer.signedIn) return answer.signedIn;
  throw answer.refusal ?? wrongCredentials();
}

async function holderOf(read: Reader, username: string): Promise<Holder | null> {
  const [found] = await read
    .select({ user: users, organisation: organisations })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.username, username));
  return found ?? null;
}

/** Why this holder may not come in; null when nothing stands against it. */
async function refusalOf(tx: Tx, context: Context, { user, organisation }: Holder, isRight: boolean): Promise<Refusal | null> {
  const attempt = await countAttempt(tx, user.id, isRight, context.now);
  if (attempt.outcome === 'locked') return lockedRefusal(attempt.until);
  if (attempt.outcome === 'wrong') return wrongCredentials();
  if (user.status === 'disabled')
    return closed('signIn.userDisabled', '账号已停用', 'This account is disabled', user.statusReason);
  if (organisation.status === 'suspended')
    return closed('signIn.organisationSuspended', '所属机构已停用', 'Your organisation is suspended', organisation.statusReason);
  return null;
}

const wrongCredentials = () =>
  new Refusal(
    'NOT_SIGNED_IN',
    { zh: '用户名或密码不正确，请重新输入。', en: 'Username and password do not fit together: try again.' },
    { rule: 'signIn.credentials' },
  );

const closed = (rule: string, zh: string, en: string, reason: string | null) =>
  notAllowed(
    {
      zh: `${zh}${reason ? `，原因：${reason}` : ''}。请联系本机构管理员或平台运营方。`,
      en: `${en}${reason ? ` (${reason})` : ''}. Ask your administrator or the operator of the platform.`,
    },
    { rule },
  );

/** Who tried is not known, so the entry names nobody; it belongs to the organisation whose account was tried. */
function recordFailure(tx: Tx, context: Context, holder: Holder | null, around: SignInSurroundings, refusal: Refusal | null) {
  const visitor = systemActor('visitor');
  const actor = holder ? { ...visitor, organisationId: holder.organisation.id } : visitor;
  return record(
    tx,
    { ...context, actor },
    {
      verb: 'signInFailed',
      // A name that nobody has is not kept: people type their password there.
      subject: { kind: 'user', id: holder?.user.id ?? 'unknown' },
      details: { rule: refusal?.details.rule ?? null, address: around.address },
    },
  );
}

const actorOf = ({ user, organisation }: Holder): Actor => ({
  userId: user.id,
  username: user.username,
  organisationId: organisation.id,
  organisationKind: organisation.kind,
  role: user.role,
});
