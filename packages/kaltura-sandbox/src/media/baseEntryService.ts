import type { Service } from '../protocol/Service.ts';
import { getContextData, getPlaybackContext } from './playbackContext.ts';
import {
  addContent,
  addEntryAction,
  addFromUploadedFile,
  deleteEntry,
  getEntry,
  updateContent,
  updateEntryAction,
} from './entryService.ts';
import { countAction, getByIds, listAction, listByReferenceId } from './listService.ts';

/** Entries of any kind; here they all are media. */
export const baseEntryService: Service = {
  name: 'baseEntry',
  actions: {
    add: addEntryAction('entry'),
    addContent,
    addFromUploadedFile: addFromUploadedFile('entry'),
    get: getEntry,
    getByIds,
    update: updateEntryAction('baseEntry'),
    updateContent,
    delete: deleteEntry,
    list: listAction('KalturaBaseEntryFilter', 'KalturaBaseEntryListResponse'),
    listByReferenceId,
    count: countAction('KalturaBaseEntryFilter'),
    getContextData,
    getPlaybackContext,
  },
};
