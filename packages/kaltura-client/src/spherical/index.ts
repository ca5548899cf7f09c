export { canNote } from '../services/partnerNote.ts';
export { projectionOf, setProjection, withProjection } from './setProjection.ts';

export type { EntryProjection } from './setProjection.ts';
