import { lazy, type Lazy } from '../hooks/useLazy.ts';
import type * as Part from '../uploader/part.ts';

/** Everything about uploading: what sends, what is shown of it, and what is said. Loaded when somebody uploads. */
export const uploaderPart: Lazy<typeof Part> = lazy(() => import('../uploader/part.ts'));
