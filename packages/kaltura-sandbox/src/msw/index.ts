export { sandboxHandlers } from './sandboxHandlers.ts';
