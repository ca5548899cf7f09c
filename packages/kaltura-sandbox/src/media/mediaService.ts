import type { Service } from '../protocol/Service.ts';
import {
  addContent,
  addEntryAction,
  addFromUploadedFile,
  addFromUrl,
  deleteEntry,
  getEntry,
  updateContent,
  updateEntryAction,
} from './entryService.ts';
import { countAction, listAction } from './listService.ts';

/** Videos, images and sounds. Live streams and conversion on demand are left out. */
export const mediaService: Service = {
  name: 'media',
  actions: {
    add: addEntryAction('entry'),
    addContent,
    addFromUploadedFile: addFromUploadedFile('mediaEntry'),
    addFromUrl,
    get: getEntry,
    update: updateEntryAction('mediaEntry'),
    updateContent,
    delete: deleteEntry,
    list: listAction('KalturaMediaEntryFilter', 'KalturaMediaListResponse'),
    count: countAction('KalturaMediaEntryFilter'),
  },
};
