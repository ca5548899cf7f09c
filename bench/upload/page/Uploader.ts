/** Brings a file to the server at `origin`; whatever the network does, it comes back when the bytes have arrived. */
export type Uploader = (file: File, origin: string) => Promise<void>;
