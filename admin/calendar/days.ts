/** Days written one after the other, as `2027-02-05` or, from one to another, `2027-02-05~2027-02-11`; null where one is no day. */
export function daysWritten(text: string): string[] | null {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean);
  const days = parts.map(part => {
    const [from = '', to = from, ...more] = part.split(/~|～|至/);
    return more.length === 0 ? daysFrom(from, to) : null;
  });
  return days.every(each => each !== null) ? days.flat() : null;
}

/** The longest holiday is nine days; more than a month is a slip of the pen. */
const longest = 31;

function daysFrom(from: string, to: string): string[] | null {
  if (!isDay(from) || !isDay(to) || to < from) return null;
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= longest; day = nextDay(day)) days.push(day);
  return days.length > longest ? null : days;
}

/** Days as people read them: neighbours from the first to the last. */
export function rangesOf(days: readonly string[]): { readonly from: string; readonly to: string }[] {
  const ranges: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = ranges.at(-1);
    if (last && nextDay(last.to) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
