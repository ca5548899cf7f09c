export { LibraryResults } from './LibraryResults.tsx';
export { TabUploads } from './TabUploads.tsx';
