import { useState } from 'react';
import { POSTER_COLORS, POSTER_SHAPES, type NewItem } from '../host/wire.ts';
import { PosterArt, type PosterColor } from '../space/PosterArt.tsx';

/** Posters that Spaces brings along: a colour, then a shape to hang. */
export function ShapesTab({ onHang }: { onHang: (items: NewItem[]) => Promise<void> }) {
  const [color, setColor] = useState<PosterColor>('coral');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="shapes">
      <fieldset className="shapes__colors">
        <legend>Colour</legend>
        {POSTER_COLORS.map((name) => (
          <label key={name} className="swatch" data-color={name}>
            <input
              type="radio"
              name="poster-color"
              value={name}
              checked={name === color}
              onChange={() => setColor(name)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {problem !== null && <p role="alert">{problem}</p>}
      <ul className="shapes__grid">
        {POSTER_SHAPES.map((shape) => (
          <li key={shape}>
            <button
              type="button"
              className="shapes__shape"
              aria-label={`Hang the poster “${shape}” in ${color}`}
              onClick={() => {
                onHang([{ kind: 'poster', shape, color, title: `${capital(shape)}, ${color}` }]).catch((error: Error) =>
                  setProblem(error.message),
                );
              }}
            >
              <PosterArt shape={shape} color={color} />
              <span aria-hidden="true">{capital(shape)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
