import type { ReactNode } from 'react';
import type { POSTER_COLORS, POSTER_SHAPES } from '../host/wire.ts';

export type PosterShape = (typeof POSTER_SHAPES)[number];
export type PosterColor = (typeof POSTER_COLORS)[number];

/** A poster of one shape in one colour, drawn; the colours are the stylesheet's. */
export function PosterArt({ shape, color }: { shape: PosterShape; color: PosterColor }) {
  return (
    <svg className="poster" data-color={color} viewBox="0 0 120 160" aria-hidden="true">
      <rect className="poster__ground" width="120" height="160" />
      {SHAPES[shape]}
    </svg>
  );
}

const SHAPES = {
  sun: (
    <>
      <circle className="poster__mark" cx="60" cy="66" r="34" />
      <path className="poster__line" d="M0 112h120M0 124h120M0 136h120M0 148h120" />
    </>
  ),
  arch: (
    <>
      <path className="poster__mark" d="M20 160V78a40 40 0 0 1 80 0v82z" />
      <path className="poster__hole" d="M44 160V82a16 16 0 0 1 32 0v78z" />
    </>
  ),
  waves: (
    <path
      className="poster__line"
      d="M-10 40q20-24 40 0t40 0 40 0 40 0M-10 70q20-24 40 0t40 0 40 0 40 0M-10 100q20-24 40 0t40 0 40 0 40 0M-10 130q20-24 40 0t40 0 40 0 40 0"
    />
  ),
  steps: <path className="poster__mark" d="M0 160V126h30V96h30V66h30V36h30v124z" />,
  orbit: (
    <>
      <circle className="poster__line" cx="60" cy="80" r="42" />
      <circle className="poster__line" cx="60" cy="80" r="24" />
      <circle className="poster__mark" cx="90" cy="50" r="12" />
      <circle className="poster__mark" cx="60" cy="80" r="7" />
    </>
  ),
  leaf: (
    <>
      <path className="poster__mark" d="M60 22c44 34 44 82 0 116C16 104 16 56 60 22z" />
      <path className="poster__hole-line" d="M60 44v94M60 74l18-16M60 96l-20-18M60 116l18-18" />
    </>
  ),
} satisfies Record<PosterShape, ReactNode>;
