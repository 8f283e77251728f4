import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ActorContext } from '../server/context';
import { createOrganisation } from '../server/identity/organisations/createOrganisation';
import { checkNewPassword } from '../server/identity/sessions/password';
import { Refusal } from '../server/shared/refusals';

/** The account that a production database begins with; everybody else is set up or confirmed by it. */
export const operatorUsername = 'operator';

/** Opens an empty database for real work: the organisation that runs the platform, with its first administrator. */
export async function seedOperator(context: ActorContext, password: string): Promise<void> {
  await createOrganisation(context, {
    kind: 'operator',
    name: '平台运营方',
    administratorName: '平台管理员',
    username: operatorUsername,
    password,
  });
}

/** A password nobody has thought of: 20 characters, 120 bits. */
export const newPassword = (): string => randomBytes(15).toString('base64url');

/**
 * Asks the person at the terminal for the operator's password, showing nothing of what is typed, until one is given that
 * may be used; twice, against slips.
 */
export async function askPassword(): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    process.stdout.write(question);
    const { value, done } = await lines.next();
    process.stdout.write('\n');
    if (done) throw new Error('no password was given');
    return value;
  };
  try {
    for (;;) {
      const password = await ask(`Password for the account ${operatorUsername} (nothing is shown while you type): `);
      const problem = problemOf(password);
      if (problem !== null) console.error(problem);
      else if ((await ask('The same again: ')) === password) return password;
      else console.error('The two differ. Try again.');
    }
  } finally {
    terminal.close();
  }
}

function problemOf(password: string): string | null {
  try {
    checkNewPassword('password', password, operatorUsername);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
