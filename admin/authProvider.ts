import type { AuthProvider, UserIdentity } from 'react-admin';
import { ask } from './client';
import type { Organisation, User } from './generated/schema';
import { meDocument, signInDocument, signOutDocument } from './identity/operations';

/** Who is signed in, as the menu and the pages need to know it. */
export type Me = Pick<User, 'id' | 'username' | 'name' | 'role' | 'status'> & {
  readonly organisation: Pick<Organisation, 'id' | 'name' | 'kind' | 'status' | 'statusReason'>;
};

/** A user nobody has confirmed yet, of a registration or of a claim to a firm that is known: may look around, not act. */
export const isUnconfirmed = (me: Me): boolean => me.status === 'pending' || me.organisation.status !== 'active';

let me: Promise<Me | null> | null = null;

/** The signed-in user, asked once and kept until sign-out; null when nobody is. */
export function currentUser(): Promise<Me | null> {
  me ??= ask<{ me: Me | null }>(meDocument).then(
    answer => answer.me,
    error => {
      me = null;
      throw error;
    },
  );
  return me;
}

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    const answer = await ask<{ signIn: { user: Me } }>(signInDocument, { username, password });
    me = Promise.resolve(answer.signIn.user);
  },
  async logout() {
    const wasSignedIn = (await me?.catch(() => null)) ?? null;
    me = null;
    if (wasSignedIn) await ask(signOutDocument).catch(() => undefined);
  },
  async checkAuth() {
    if (!(await currentUser())) throw { message: false };
  },
  async checkError(error: { status?: number }) {
    if (error.status === 401) {
      me = null;
      throw error;
    }
  },
  async getIdentity(): Promise<UserIdentity> {
    const user = await currentUser();
    if (!user) throw new Error('nobody is signed in');
    return { ...user, fullName: user.name };
  },
  /** Null once nobody is signed in: pages that are still there for that moment find nobody. */
  async getPermissions() {
    return (await currentUser().catch(() => null)) ?? null;
  },
};
