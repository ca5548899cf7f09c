import { expect, it } from 'vitest';
import { nextIndex, type GridPosition } from './gridNavigation.ts';

/** Eleven entries in four columns: rows 0–3, 4–7 and the short 8–10. */
const grid: GridPosition = { index: 5, count: 11, columns: 4, pageRows: 2, rtl: false };

function press(key: string, from: Partial<GridPosition> = {}, ctrlKey = false): number | null {
  return nextIndex({ key, ctrlKey }, { ...grid, ...from });
}

it('moves to the neighbours in the row and in the column', () => {
  expect([press('ArrowLeft'), press('ArrowRight'), press('ArrowUp'), press('ArrowDown')]).toEqual([4, 6, 1, 9]);
});

it('goes on in the next row, and stops at both ends', () => {
  expect(press('ArrowRight', { index: 3 })).toBe(4);
  expect(press('ArrowLeft', { index: 4 })).toBe(3);
  expect(press('ArrowRight', { index: 10 })).toBe(10);
  expect(press('ArrowLeft', { index: 0 })).toBe(0);
});

it('swaps left and right where the page reads from right to left', () => {
  expect([press('ArrowLeft', { rtl: true }), press('ArrowRight', { rtl: true })]).toEqual([6, 4]);
});

it('lands on the last entry when the row below is too short', () => {
  expect(press('ArrowDown', { index: 7 })).toBe(10);
});

it('stays where it is in the last and in the first row', () => {
  expect(press('ArrowDown', { index: 9 })).toBe(9);
  expect(press('ArrowUp', { index: 2 })).toBe(2);
});

it('jumps to the ends of the row, and with Ctrl to the ends of all', () => {
  expect([press('Home'), press('End')]).toEqual([4, 7]);
  expect(press('End', { index: 9 })).toBe(10);
  expect([press('Home', {}, true), press('End', {}, true)]).toEqual([0, 10]);
});

it('turns pages and keeps the column', () => {
  const many = { count: 100, index: 41, pageRows: 3 };
  expect([press('PageUp', many), press('PageDown', many)]).toEqual([29, 53]);
  expect(press('PageUp', { ...many, index: 6 })).toBe(2);
  expect(press('PageDown', { index: 2 })).toBe(10);
});

it('leaves every other key alone', () => {
  expect(press('Tab')).toBeNull();
  expect(press('a')).toBeNull();
});
