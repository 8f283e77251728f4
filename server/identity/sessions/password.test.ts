import { describe, expect, it } from 'vitest';
import { checkNewPassword, hashPassword, isPassword } from './password';

describe('checkNewPassword', () => {
  it.each([
    ['ten characters', 'kestrel 42'],
    ['128 characters', 'kestrel 42 '.repeat(12).slice(0, 128)],
    ['ten Chinese characters', '德阳的春风吹过东湖山'],
    ['a sentence without digits', 'the bridge is open'],
  ])('takes %s', (_, password) => {
    expect(() => checkNewPassword('password', password, 'zhang.san')).not.toThrow();
  });

  it.each([
    ['nine characters', 'kestrel42', 'password.length'],
    ['five emoji, though they are ten code units', '😀😁😂🤣😃', 'password.length'],
    ['129 characters', 'kestrel 42 '.repeat(12).slice(0, 129), 'password.length'],
    ['the username', 'Zhang.San', 'password.length'],
    ['the username within more', 'my-ZHANG.SAN-1', 'password.username'],
    ['the username in full-width letters', 'ｚｈａｎｇ．ｓａｎ-key', 'password.username'],
    ['a leaked password', 'Password123', 'password.common'],
    ['one character again and again', 'aaaaaaaaaaaa', 'password.common'],
    ['three characters again and again', 'abcabcabcabc', 'password.common'],
  ])('refuses %s, and keeps it out of the refusal', (_, password, rule) => {
    const check = () => checkNewPassword('next', password, 'zhang.san');
    expect(check).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', details: { field: 'next', value: null, rule } }));
  });
});

describe('isPassword', () => {
  it('knows the password again, however its characters were typed, and no other', async () => {
    const hash = await hashPassword('kestrel 42 ①');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(hash, 'kestrel 42 ①')).toBe(true);
    expect(await isPassword(hash, 'kestrel 42 1')).toBe(true);
    expect(await isPassword(hash, 'Kestrel 42 ①')).toBe(false);
  });

  it.each([
    ['no hash', null],
    ['an empty hash', ''],
    ['something that is no hash', 'plain'],
  ])('answers no for %s', async (_, stored) => {
    expect(await isPassword(stored, 'kestrel 42')).toBe(false);
  });
});
