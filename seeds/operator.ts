import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { ActorContext } from '../server/context';
import { createOrganisation } from '../server/identity/organisations/createOrganisation';
import { checkNewPassword } from '../server/identity/sessions/password';

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

/** Asks the person at the terminal for the operator's password, unseen, until it may be used; twice, against slips. */
export async function askPassword(): Promise<string> {
  for (;;) {
    const password = await askUnseen(`Password for the account ${operatorUsername} (nothing is shown while you type): `);
    try {
      checkNewPassword('password', password, operatorUsername);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      continue;
    }
    if ((await askUnseen('The same again: ')) === password) return password;
    console.error('The two differ. Try again.');
  }
}

/** Shows the question and then nothing of what is typed. */
async function askUnseen(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asked = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await asked.question('');
  } finally {
    asked.close();
    process.stdout.write('\n');
  }
}
