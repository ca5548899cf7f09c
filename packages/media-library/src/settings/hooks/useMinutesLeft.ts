'use client';
import { useEffect, useRef, useState } from 'react';

/** Whole minutes until then, told again as they pass; calls `onOver` when it is over. */
export function useMinutesLeft(until: number | null, onOver: () => void): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (until === null) return;
    const look = (): void => {
      const left = until - Date.now();
      if (left <= 0) over.current();
      setMinutes(Math.max(1, Math.ceil(left / 60_000)));
    };
    look();
    const timer = setInterval(look, 5000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : minutes;
}
