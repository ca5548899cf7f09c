'use client';
import { useEffect, useState, type PointerEvent, type ReactElement } from 'react';
import { filmstripFrames } from './LibraryEntry.ts';

export interface UseFilmstrip {
  /** Lies over the picture; null until the pointer has rested there. */
  strip: ReactElement | null;
  /** For the element that holds the picture. */
  watch: {
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
  };
}

/** Milliseconds: a mouse on its way across the grid asks for nothing. */
const rest = 150;

/** Leafs through a film under the mouse: its place along the picture is the place in the film. */
export function useFilmstrip(url: string | null | undefined): UseFilmstrip {
  const [near, setNear] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!near) return undefined;
    const timer = setTimeout(() => setShown(true), rest);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [near]);

  return {
    strip:
      shown && url ? (
        <img className="sk-filmstrip" src={url} alt="" draggable={false} referrerPolicy="no-referrer" />
      ) : null,
    watch: {
      onPointerMove({ currentTarget, clientX, pointerType }) {
        if (!url || pointerType !== 'mouse') return;
        const { left, width } = currentTarget.getBoundingClientRect();
        const frame = Math.floor(((clientX - left) / width) * filmstripFrames);
        currentTarget.style.setProperty('--sk-frame', String(Math.max(0, Math.min(frame, filmstripFrames - 1))));
        setNear(true);
      },
      onPointerLeave: () => setNear(false),
    },
  };
}
