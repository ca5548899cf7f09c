import * as v from 'valibot';

/** A text of the exchange's answers. */
export const text: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

/** A whole number, zero or more. */
export const count: v.GenericSchema<unknown, number> = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
