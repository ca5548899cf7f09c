/** Where the browser keeps records of unfinished uploads. */
export const UPLOAD_DATABASE = { name: 'spaces-kaltura-uploads', version: 1, store: 'uploads' } as const;
