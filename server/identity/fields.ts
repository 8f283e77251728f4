import { z } from 'zod';
import { says } from '../shared/input';
import { regionByCode } from '../shared/regions';
import { checkUscc, normaliseUscc, type UsccCheck } from '../shared/uscc';

/** The fields that several commands of identity take, each with what it refuses. */

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    name => /^[a-z][a-z0-9._-]{2,31}$/.test(name),
    says(
      'username.form',
      '用户名应为 3 至 32 个字符，以字母开头，只含小写字母、数字、点、下划线和短横。',
      'A username has 3 to 32 characters, begins with a letter and has only lower-case letters, digits, dots, underscores and dashes.',
    ),
  );

export const personName = z
  .string()
  .trim()
  .refine(
    name => name.length >= 1 && name.length <= 50,
    says('name.length', '请填写姓名（1 至 50 个字）。', 'Give the name of the person, 1 to 50 characters.'),
  );

export const organisationName = z
  .string()
  .trim()
  .refine(
    name => name.length >= 2 && name.length <= 100,
    says('name.length', '请填写机构全称（2 至 100 个字）。', 'Give the full name of the organisation, 2 to 100 characters.'),
  );

export const shortName = z.string().trim().max(30);

export const regionCode = z
  .string()
  .trim()
  .refine(
    code => regionByCode(code) !== undefined,
    says('regionCode.unknown', '没有这个行政区划代码，请从列表中选择。', 'No division has this code: choose one from the list.'),
  );

export const reason = z
  .string()
  .trim()
  .refine(
    text => text.length >= 2 && text.length <= 500,
    says(
      'reason.length',
      '请写明原因（2 至 500 个字），对方会看到。',
      'Give the reason in 2 to 500 characters; the other party will read it.',
    ),
  );

/** Its own checks are `checkNewPassword`'s, which knows the username. */
export const password = z.string();

/** A unified social credit code; a malformed one is refused, naming the tests it failed. Gives the check's report. */
export const uscc = z.string().transform((code, context): UsccCheck => {
  const report = checkUscc(code);
  if (report.verdict === 'malformed')
    context.addIssue({ code: 'custom', params: { rule: `uscc.${report.failed[0]}`, text: report.text } });
  return { ...report, normalised: normaliseUscc(code) };
});
