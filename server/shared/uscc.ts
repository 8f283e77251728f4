import type { Text } from './text';

/**
 * The tests a unified social credit code is put to, in this order. The first five are about its form;
 * the last two are check characters, which also fail on a few codes that were really issued.
 */
export type UsccTest = 'length' | 'alphabet' | 'department' | 'entityType' | 'region' | 'organisationCheck' | 'checkCharacter';

/** checkDigitMismatch: well-formed, accepted, and flagged until somebody confirms it against the registry. */
export type UsccVerdict = 'valid' | 'checkDigitMismatch' | 'malformed';

export type UsccCheck = {
  readonly verdict: UsccVerdict;
  /** Half-width, upper-case, without spaces: the form that is stored and compared. */
  readonly normalised: string;
  /** Empty exactly when the code is valid. */
  readonly failed: readonly UsccTest[];
  /** What is wrong and what to do about it, for the person who typed the code. */
  readonly text: Text;
};

/** GB 32100-2015: digits and letters without I, O, S, V and Z; a character's value is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The powers of 3 modulo 31. */
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714-1997, for the first eight characters of the organisation code (places 9 to 16). */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Registering department (place 1) and the entity types it registers (place 2): GB 32100-2015 with its first amendment. */
const entityTypes: Readonly<Record<string, string>> = {
  '1': '1239', // 机构编制
  '2': '19', // 外交
  '3': '19', // 教育
  '4': '19', // 公安
  '5': '1239', // 民政
  '6': '123459', // 司法
  '7': '19', // 交通运输
  '8': '19', // 文化
  '9': '1239', // 市场监管: company, self-employed business, farmers' cooperative, other
  A: '129', // 旅游
  B: '129', // 宗教
  C: '19', // 全国总工会
  D: '19', // 军队编制
  E: '19', // 省级政府
  F: '19', // 地市级政府
  G: '19', // 县级政府
  N: '1239', // 农业: rural collectives
  Y: '19', // 其他
};

/** The first two digits of GB/T 2260; 10 is the national registry. */
const provincePrefix = /^(10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/;

/** Half-width, upper-case and free of spaces; what people paste from Chinese documents is full-width. */
export const normaliseUscc = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/**
 * Checks a unified social credit code and says which test it fails (GB 32100-2015, GB 11714-1997).
 *
 * A code of the wrong form is malformed. A code whose form is right but whose check characters are not
 * is a mismatch, whichever of the two fails: codes with a wrong final character have been issued
 * (91350203M0001QAY9B), so arithmetic alone must not keep a registered firm out; the registry decides.
 */
export function checkUscc(text: string): UsccCheck {
  const normalised = normaliseUscc(text);
  const form = failedFormTests(normalised);
  if (form.length > 0)
    return { verdict: 'malformed', normalised, failed: form, text: together(form.map(test => sayForm[test](normalised))) };
  const checks = failedCheckTests(normalised);
  if (checks.length > 0)
    return { verdict: 'checkDigitMismatch', normalised, failed: checks, text: sayMismatch(normalised, checks) };
  return {
    verdict: 'valid',
    normalised,
    failed: [],
    text: { zh: '统一社会信用代码有效。', en: 'The unified social credit code is valid.' },
  };
}

/** The 18th character for the first 17 (GB 32100-2015); throws RangeError outside the alphabet. */
export function usccCheckCharacter(first17: string): string {
  const sum = codeWeights.reduce((total, weight, place) => total + weight * characterValue(first17[place]), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character of an organisation code for its first eight (GB 11714-1997); throws RangeError outside 0-9 A-Z. */
export function organisationCheckCharacter(first8: string): string {
  const sum = organisationWeights.reduce((total, weight, place) => {
    const value = Number.parseInt(first8[place] ?? '', 36);
    if (Number.isNaN(value)) throw new RangeError(`not a character of an organisation code: ${first8[place]}`);
    return total + weight * value;
  }, 0);
  const remainder = 11 - (sum % 11);
  if (remainder === 10) return 'X';
  return remainder === 11 ? '0' : String(remainder);
}

/**
 * A valid code from its first eight characters (department, entity type, region) and the eight of its
 * organisation code: for synthetic firms. Throws RangeError when these eight and eight cannot make one.
 */
export function composeUscc(head8: string, organisation8: string): string {
  const first17 = head8 + organisation8 + organisationCheckCharacter(organisation8);
  const code = first17 + usccCheckCharacter(first17);
  const { verdict, text } = checkUscc(code);
  if (verdict !== 'valid') throw new RangeError(text.en);
  return code;
}

/** The region (GB/T 2260, six digits) in which a well-formed code was first registered. */
export const usccRegion = (code: string): string => code.slice(2, 8);

function characterValue(character: string | undefined): number {
  const value = character === undefined || character === '' ? -1 : alphabet.indexOf(character);
  if (value < 0) throw new RangeError(`not a character of a unified social credit code: ${character}`);
  return value;
}

type FormTest = Exclude<UsccTest, 'organisationCheck' | 'checkCharacter'>;
type CheckTest = Exclude<UsccTest, FormTest>;

/** Places mean nothing in a code of the wrong length or alphabet, so the later tests then say nothing. */
function failedFormTests(code: string): FormTest[] {
  if (code.length !== 18) return ['length'];
  if ([...code].some(character => !alphabet.includes(character))) return ['alphabet'];
  const failed: FormTest[] = [];
  const types = entityTypes[code.charAt(0)];
  if (types === undefined) failed.push('department');
  else if (!types.includes(code.charAt(1))) failed.push('entityType');
  if (!/^\d{6}$/.test(usccRegion(code)) || !provincePrefix.test(usccRegion(code))) failed.push('region');
  return failed;
}

function failedCheckTests(code: string): CheckTest[] {
  const failed: CheckTest[] = [];
  if (organisationCheckCharacter(code.slice(8, 16)) !== code.charAt(16)) failed.push('organisationCheck');
  if (usccCheckCharacter(code.slice(0, 17)) !== code.charAt(17)) failed.push('checkCharacter');
  return failed;
}

const sayForm: Readonly<Record<FormTest, (code: string) => Text>> = {
  length: code => ({
    zh: `统一社会信用代码应为 18 位，「${code}」是 ${code.length} 位。请核对营业执照。`,
    en: `A unified social credit code has 18 characters; "${code}" has ${code.length}. Check the business licence.`,
  }),
  alphabet: code => {
    const strange = [...new Set([...code].filter(character => !alphabet.includes(character)))].join(' ');
    return {
      zh: `统一社会信用代码只含数字和除 I、O、S、V、Z 以外的大写字母，不能有「${strange}」。请核对是否把 1、0、5 误作字母。`,
      en: `A unified social credit code has digits and letters other than I, O, S, V and Z; it cannot have "${strange}". Check for 1, 0 or 5 read as letters.`,
    };
  },
  department: code => ({
    zh: `第 1 位「${code.charAt(0)}」不是登记管理部门代码（企业、个体工商户和合作社为 9）。请核对营业执照。`,
    en: `Character 1, "${code.charAt(0)}", is not a registering department (9 for firms, self-employed businesses and cooperatives). Check the business licence.`,
  }),
  entityType: code => ({
    zh: `第 2 位「${code.charAt(1)}」不是登记管理部门「${code.charAt(0)}」的机构类别（可为 ${listTypes(code)}）。请核对营业执照。`,
    en: `Character 2, "${code.charAt(1)}", is not an entity type of registering department "${code.charAt(0)}" (${listTypes(code)}). Check the business licence.`,
  }),
  region: code => ({
    zh: `第 3 至 8 位「${usccRegion(code)}」不是行政区划代码，应为六位数字并以省级代码开头（如 510603）。请核对营业执照。`,
    en: `Characters 3 to 8, "${usccRegion(code)}", are not a division code: six digits that begin with a province, such as 510603. Check the business licence.`,
  }),
};

const listTypes = (code: string): string => [...(entityTypes[code.charAt(0)] ?? '')].join(', ');

const together = (texts: readonly Text[]): Text => ({
  zh: texts.map(text => text.zh).join(''),
  en: texts.map(text => text.en).join(' '),
});

function sayMismatch(code: string, failed: readonly CheckTest[]): Text {
  const parts: Text[] = [];
  if (failed.includes('organisationCheck'))
    parts.push({
      zh: `第 17 位（组织机构代码校验位，GB 11714）为「${code.charAt(16)}」，按规则应为「${organisationCheckCharacter(code.slice(8, 16))}」。`,
      en: `Character 17 (the organisation code's check, GB 11714) is "${code.charAt(16)}"; the rule gives "${organisationCheckCharacter(code.slice(8, 16))}".`,
    });
  if (failed.includes('checkCharacter'))
    parts.push({
      zh: `第 18 位（校验码，GB 32100）为「${code.charAt(17)}」，按规则应为「${usccCheckCharacter(code.slice(0, 17))}」。`,
      en: `Character 18 (the check character, GB 32100) is "${code.charAt(17)}"; the rule gives "${usccCheckCharacter(code.slice(0, 17))}".`,
    });
  parts.push({
    zh: '请先核对是否录入有误；若与营业执照一致，可继续，待运营方向登记机关核实。',
    en: 'Check your typing first. If it is what the business licence says, go on: the operator will confirm it with the registry.',
  });
  return together(parts);
}
