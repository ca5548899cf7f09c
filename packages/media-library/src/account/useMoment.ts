'use client';
import { useMemo } from 'react';
import { useMessages } from '../messages/useMessages.ts';

/** `23 Nov 2026, 14:05`, from milliseconds since 1970. */
export function useMoment(): (milliseconds: number) => string {
  const { locale } = useMessages().format;
  return useMemo(() => {
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    return (milliseconds: number) => moments.format(milliseconds);
  }, [locale]);
}
