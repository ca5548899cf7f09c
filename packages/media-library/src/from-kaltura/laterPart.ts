export { EntryOptions } from './EntryOptions.tsx';
export { LibraryResults } from './LibraryResults.tsx';
export { TabUploads } from './TabUploads.tsx';
