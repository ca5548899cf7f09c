import * as v from 'valibot';
import type { FieldFault } from '../errors.ts';
import { connectionInputSchema, rotationInputSchema } from '../exchange/connectionAnswer.ts';

/**
 * What the exchange would refuse in the body of a write, named as it would name it: for forms that say so before they
 * send anything. No values are repeated.
 */
export const inputFaults = {
  connection: (input: unknown): FieldFault[] => faultsOf(connectionInputSchema, input),
  rotation: (input: unknown): FieldFault[] => faultsOf(rotationInputSchema, input),
} as const;

function faultsOf(schema: v.GenericSchema, input: unknown): FieldFault[] {
  const result = v.safeParse(schema, input);
  if (result.success) return [];
  return result.issues.map((issue) => ({
    pointer: (issue.path ?? []).map(({ key }) => `/${String(key)}`).join(''),
    code: 'format',
  }));
}
