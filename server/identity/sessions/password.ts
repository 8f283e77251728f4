import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation; some 15 ms on a small server. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NIST SP 800-63B asks for 8 characters with a second factor; alone, ten. Longer than 128 only costs us time. */
export const passwordLengthMin = 10;
export const passwordLengthMax = 128;

/** Passwords of ten characters and more that head every published list of leaked ones. */
const leaked = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '9876543210',
  '12345678910',
  '123456789a',
  'a123456789',
  'q123456789',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'asdfghjkl;',
  'qwerty123456',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'iloveyou123',
  'woaini1314',
  'woaini520',
  'woaini1314520',
  'administrator',
  'admin12345',
  'admin123456',
  'abcdefghij',
  'abc1234567',
  'abcd123456',
]);

/** A new password is refused, never a character class demanded: `field` names where it was typed. Its value stays out. */
export function checkNewPassword(field: string, password: string, username: string): void {
  const length = [...password].length;
  if (length < passwordLengthMin || length > passwordLengthMax)
    throw refused(field, 'password.length', {
      zh: `密码应为 ${passwordLengthMin} 至 ${passwordLengthMax} 个字符，现为 ${length} 个。可用一句好记的话。`,
      en: `A password has ${passwordLengthMin} to ${passwordLengthMax} characters; this has ${length}. A sentence you remember will do.`,
    });
  const lower = normalise(password).toLowerCase();
  if (lower.includes(username.toLowerCase()))
    throw refused(field, 'password.username', {
      zh: '密码不能含有用户名，请换一个。',
      en: 'A password cannot contain the username: choose another.',
    });
  if (leaked.has(lower) || new Set(lower).size < 4)
    throw refused(field, 'password.common', {
      zh: '这个密码太常见，容易被猜到，请换一个。',
      en: 'This password is among the first that anyone would guess: choose another.',
    });
}

const refused = (field: string, rule: string, text: Text) => invalidInput(field, null, rule, text);

/** The hash that is stored; its text carries salt and cost. Takes some 15 ms: never inside a unit of work. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), cost);

/**
 * Whether `password` is the one behind `stored`. Without a stored hash it takes as long and answers no, so that
 * time does not tell whether a username exists.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const isSame = await verify(stored || (await nobody), normalise(password)).catch(() => false);
  return isSame && Boolean(stored);
}

let nobody: Promise<string> | undefined;

/** The same characters typed on two keyboards are the same password (NIST SP 800-63B, 5.1.1.2). */
const normalise = (password: string): string => password.normalize('NFKC');
