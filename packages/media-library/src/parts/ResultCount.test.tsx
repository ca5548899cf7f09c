import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LoadMore } from './LoadMore.tsx';
import { ResultCount } from './ResultCount.tsx';

const isSilent = (): boolean => screen.getByRole('status').getAttribute('aria-live') === 'off';

test('a count is read out when it is there; what is uploaded meanwhile is counted in silence', () => {
  const { rerender } = render(<ResultCount count={null} />);
  rerender(<ResultCount count={67} />);
  expect(screen.getByRole('status')).toHaveTextContent('67 results');
  expect(isSilent()).toBe(false);
  for (const count of [68, 69]) {
    rerender(<ResultCount count={count} />);
    expect(screen.getByRole('status')).toHaveTextContent(`${count} results`);
    expect(isSilent()).toBe(true);
  }
  rerender(<ResultCount count={null} />);
  expect(isSilent()).toBe(false);
  rerender(<ResultCount count={3} />);
  expect(isSilent()).toBe(false);
});

test('more entries are read out when they are there, but not what is uploaded meanwhile', () => {
  const at = (shown: number, total: number, status: 'idle' | 'loading' = 'idle') => (
    <LoadMore shown={shown} total={total} status={status} onLoadMore={() => {}} />
  );
  const { rerender } = render(at(30, 67));
  rerender(at(31, 68));
  expect(screen.getByRole('status')).toHaveTextContent('31 of 68 shown');
  expect(isSilent()).toBe(true);
  rerender(at(31, 68, 'loading'));
  rerender(at(61, 68));
  expect(screen.getByRole('status')).toHaveTextContent('61 of 68 shown');
  expect(isSilent()).toBe(false);
});
