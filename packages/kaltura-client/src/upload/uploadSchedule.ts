import type { UploadItem } from './UploadItem.ts';

/** Does it only wait for somebody else? Then another file may be sent meanwhile. */
const isIdle = ({ status, waitingFor }: UploadItem): boolean =>
  waitingFor === 'another_tab' || (status === 'attaching' && waitingFor === 'projection');

const waitsForItsTurn = ({ status, waitingFor }: UploadItem): boolean =>
  (status === 'queued' || status === 'attaching') && waitingFor !== 'file';

/** Which uploads are to begin now: oldest first, as long as there is room beside those that run. */
export function nextUploads(items: readonly UploadItem[], running: ReadonlySet<string>, filesAtOnce: number): string[] {
  const busy = items.filter((item) => running.has(item.id) && !isIdle(item)).length;
  const waiting = items.filter((item) => waitsForItsTurn(item) && !running.has(item.id));
  return waiting.slice(0, Math.max(0, filesAtOnce - busy)).map(({ id }) => id);
}
