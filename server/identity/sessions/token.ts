import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, opaque: a token says nothing and cannot be guessed. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of the token. A plain hash is enough: 256 random bits have no dictionary. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether `text` has the form of a token at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
