import { createRoot } from 'react-dom/client';
import { EntryGrid } from '../../packages/media-library/src/parts/EntryGrid.tsx';
import { LibraryRoot } from '../../packages/media-library/src/parts/LibraryRoot.tsx';
import { sampleEntries } from '../../packages/media-library/src/parts/samples/sampleEntries.ts';
import { count } from './count.ts';

const entries = sampleEntries(count);
const selected = new Set<string>();
const nothing = (): void => {};

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <LibraryRoot>
    <EntryGrid entries={entries} totalCount={count} selectedIds={selected} onSelect={nothing} onActivate={nothing} />
  </LibraryRoot>,
);
