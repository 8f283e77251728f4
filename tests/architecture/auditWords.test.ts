import { describe, expect, it } from 'vitest';
import { auditWords } from '../../admin/identity/auditWords';
import { auditSubjects, auditVerbs } from '../../server/audit/verbs';

describe('the words of the audit log', () => {
  it.each([
    ['verb', auditVerbs, auditWords.zh.verbs, auditWords.en.verbs],
    ['subject', auditSubjects, auditWords.zh.subjects, auditWords.en.subjects],
  ] as const)('say every %s in each language, and no two alike', (_, codes, zh: Words, en: Words) => {
    for (const code of codes) {
      expect(zh[code], code).toMatch(/\p{Script=Han}/u);
      expect(en[code], code).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
    for (const words of [zh, en]) expect(new Set(Object.values(words)).size).toBe(codes.length);
  });
});

type Words = Readonly<Record<string, string>>;
