import type { Formats } from '../messages/Formats.ts';

/** What the settings say of times and lists, in the library's locale. */
export interface SettingsFormats extends Formats {
  /** `23 Nov 2026, 14:05`, from ISO 8601. */
  readonly moment: (iso: string) => string;
  /** `23 Nov 2026`, from ISO 8601. */
  readonly day: (iso: string) => string;
  /** `12 seconds ago`, `in 3 hours`, from ISO 8601 and the present in milliseconds since 1970. */
  readonly relative: (iso: string, now: number) => string;
  /** `230 ms`, `1.2 s` */
  readonly elapsed: (milliseconds: number) => string;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
}

export function createSettingsFormats(formats: Formats): SettingsFormats {
  const { locale } = formats;
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const short = (value: number, unit: string, digits: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    ...formats,
    moment: (iso) => moments.format(new Date(iso)),
    day: (iso) => days.format(new Date(iso)),
    relative(iso, now) {
      const seconds = Math.round((Date.parse(iso) - now) / 1000);
      const size = Math.abs(seconds);
      const [unit, length] = units.find(([, from]) => size >= from) ?? ['second', 1];
      return relatives.format(Math.trunc(seconds / length), unit);
    },
    elapsed: (milliseconds) =>
      milliseconds < 1000 ? short(Math.round(milliseconds), 'millisecond', 0) : short(milliseconds / 1000, 'second', 1),
    list: (items) => lists.format(items),
  };
}

const units: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
