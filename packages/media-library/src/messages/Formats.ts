/** Numbers, durations, dates and plurals of one locale, by the platform's `Intl`. */
export interface Formats {
  /** The locale everything here is formatted for, a BCP 47 tag. */
  readonly locale: string;
  /** `1,234` */
  readonly number: (value: number) => string;
  /** A duration the way players show it, `1:02` or `1:02:03`, from milliseconds. */
  readonly duration: (milliseconds: number) => string;
  /** A duration the way people say it, `1 minute, 2 seconds`, from milliseconds. */
  readonly spokenDuration: (milliseconds: number) => string;
  /** `23 Nov 2026`, from a Unix time in seconds. */
  readonly date: (unixSeconds: number) => string;
  /** The form for a count by the locale's plural rules; `other` stands in for forms that are not given. */
  readonly plural: (count: number, forms: PluralForms) => string;
}

export type PluralForms = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };

/** `Intl` for a locale; what is no locale at all (`'klingon!'`) is formatted as English, `en_GB` is read as `en-GB`. */
export function createFormats(locale: string): Formats {
  const tag = toLocaleTag(locale);
  const numbers = new Intl.NumberFormat(tag);
  const twoDigits = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2, useGrouping: false });
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const rules = new Intl.PluralRules(tag);
  const list = new Intl.ListFormat(tag, { type: 'unit', style: 'long' });
  const unit = (value: number, name: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);

  return {
    locale: tag,
    number: (value) => numbers.format(value),
    duration(milliseconds) {
      const { hours, minutes, seconds } = toClock(milliseconds);
      if (hours === 0) return `${numbers.format(minutes)}:${twoDigits.format(seconds)}`;
      return `${numbers.format(hours)}:${twoDigits.format(minutes)}:${twoDigits.format(seconds)}`;
    },
    spokenDuration(milliseconds) {
      const { hours, minutes, seconds } = toClock(milliseconds);
      const parts = [
        ...(hours > 0 ? [unit(hours, 'hour')] : []),
        ...(minutes > 0 ? [unit(minutes, 'minute')] : []),
        ...(seconds > 0 || hours + minutes === 0 ? [unit(seconds, 'second')] : []),
      ];
      return list.format(parts);
    },
    date: (unixSeconds) => dates.format(unixSeconds * 1000),
    plural: (count, forms) => forms[rules.select(count)] ?? forms.other,
  };
}

function toLocaleTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Anything that lasts at all shows at least one second: `0:00` would read as "unknown". */
function toClock(milliseconds: number): { hours: number; minutes: number; seconds: number } {
  const total = milliseconds > 0 ? Math.max(1, Math.round(milliseconds / 1000)) : 0;
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}
