/** What tus-js-client's browser entry is made of, without its own file reader, transport and storage: we bring those. */
declare module 'tus-js-client/lib.esm/upload.js' {
  import type { Upload, UploadOptions } from 'tus-js-client';

  export default class BaseUpload extends Upload {
    static readonly defaultOptions: UploadOptions;
  }
}
