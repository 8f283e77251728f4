import { useState } from 'react';

/**
 * A key for the command that a form sends, made once for as long as the form is open: however often it is sent, it is done
 * once. `renew` makes the next one, when another command is meant.
 */
export function useIdempotencyKey(): { readonly key: string; readonly renew: () => void } {
  const [key, setKey] = useState(newKey);
  return { key, renew: () => setKey(newKey()) };
}

/** 128 random bits. `crypto.randomUUID` is missing where the platform is reached by plain http. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
