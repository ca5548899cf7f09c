export { followUploads } from '../uploads/followUploads.ts';
export { startUploads } from '../uploads/startUploads.ts';
export { TrayPanel } from './TrayPanel.tsx';
export { UploaderPanel } from './UploaderPanel.tsx';
