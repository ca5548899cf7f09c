import type { StoryContext } from '@storybook/react-vite';

type Canvas = StoryContext['canvas'];

/** Kaltura answers when it answers: the first entries need a session, and some problems are tried again first. */
export const patience: { timeout: number } = { timeout: 20_000 };

export const findCell = (canvas: Canvas, name: string | RegExp): Promise<HTMLElement> =>
  canvas.findByRole('gridcell', { name }, patience);

export const findCells = (canvas: Canvas): Promise<HTMLElement[]> => canvas.findAllByRole('gridcell', {}, patience);

export const findHeading = (canvas: Canvas, name: string | RegExp): Promise<HTMLElement> =>
  canvas.findByRole('heading', { name }, patience);

export const findText = (canvas: Canvas, text: string | RegExp): Promise<HTMLElement> =>
  canvas.findByText(text, {}, patience);

const countText = /^[\d\s,.]+ (results?|résultats?)$/;
const toNumber = (text: string): number => Number(text.replaceAll(/\D/g, ''));

/** How many results there are, once that is known. */
export const findCount = async (canvas: Canvas): Promise<number> =>
  toNumber((await findText(canvas, countText)).textContent);

/** How many results there are just now; throws while that is unknown. */
export const shownCount = (canvas: Canvas): number => toNumber(canvas.getByText(countText).textContent);

/** The names in view, in order. */
export const shownNames = (canvas: Canvas): string[] =>
  canvas.queryAllByRole('gridcell').flatMap((cell) => cell.querySelector('.sk-name')?.textContent ?? []);

/** The cell at this place, from 0. */
export function cellAt(canvas: Canvas, index: number): HTMLElement {
  const cell = canvas.getAllByRole('gridcell').find((candidate) => candidate.dataset['index'] === String(index));
  if (!cell) throw new Error(`No cell ${index} is in view`);
  return cell;
}
