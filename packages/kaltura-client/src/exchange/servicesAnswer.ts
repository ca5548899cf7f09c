import * as v from 'valibot';
import { text } from './wire.ts';

/** Answer of `GET /v1/admin/services`. */
export interface ServicesAnswer {
  /** The Kaltura services that a connection may name, as the operator has allowed them: origins, to be compared whole. */
  service_urls: string[];
}

export const servicesAnswerSchema: v.GenericSchema<unknown, ServicesAnswer> = v.object({
  service_urls: v.array(text),
});
