/** Sizes, speeds and times as people read them, in one locale, by the platform's `Intl`. */
export interface UploadFormats {
  /** `6.2 GB`, from bytes; thousands, as disks and Kaltura count. */
  readonly bytes: (bytes: number) => string;
  /** `34 MB/s`, from bytes per second. */
  readonly speed: (bytesPerSecond: number) => string;
  /** `34%`, from 0 to 1, rounded down: what is not all there is not 100 %. */
  readonly percent: (fraction: number) => string;
  /** `3 min`, from seconds, as coarse as it can be trusted. */
  readonly time: (seconds: number) => string;
  /** `videos, images, or sounds` */
  readonly either: (words: readonly string[]) => string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function createUploadFormats(locale: string): UploadFormats {
  const quantity = (value: number, unit: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value);
  const scaled = (bytes: number, suffix: string): string => {
    const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const value = bytes / 1000 ** step;
    return quantity(value, `${units[step]}${suffix}`, step > 0 && value < 10 ? 1 : 0);
  };
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    either: (words) => list.format(words),
    bytes: (bytes) => scaled(bytes, ''),
    speed: (bytesPerSecond) => scaled(Math.max(1000, bytesPerSecond), '-per-second'),
    percent: (fraction) => percents.format(Math.floor(fraction * 100) / 100),
    time(seconds) {
      if (seconds <= 55) return quantity(Math.max(5, Math.ceil(seconds / 5) * 5), 'second');
      const minutes = Math.max(1, Math.round(seconds / 60));
      if (minutes < 60) return quantity(minutes, 'minute');
      if (minutes < 48 * 60) return quantity(minutes / 60, 'hour', minutes < 600 ? 1 : 0);
      return quantity(Math.round(minutes / 1440), 'day');
    },
  };
}
