import * as wire from '@spaces-kaltura/client/exchange';
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { WireSchema } from '../http/Endpoint.ts';

/** Writes schemas of the wire as JSON Schema. Those that `@spaces-kaltura/client/exchange` exports are written once, by name. */
export interface SchemaWriter {
  /** The schema, or a reference to the component it is. */
  write(schema: WireSchema): JsonSchema;
  /** The members of an object schema. */
  members(schema: WireSchema): { name: string; schema: JsonSchema; required: boolean }[];
  /** What was referred to so far, in the order of names. */
  components(): Record<string, JsonSchema>;
}

export function createSchemaWriter(): SchemaWriter {
  const used = new Map<string, JsonSchema>();

  return {
    write(schema) {
      const name = names.get(schema);
      if (name === undefined) return convert(schema);
      if (!used.has(name)) used.set(name, convert(schema));
      return { $ref: `#/components/schemas/${name}` };
    },
    members(schema) {
      const { properties = {}, required = [] } = convert(schema);
      return Object.entries(properties).map(([name, member]) => ({
        name,
        schema: member as JsonSchema,
        required: required.includes(name),
      }));
    },
    components: () => Object.fromEntries([...used].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** `kalturaSessionAnswerSchema` is `KalturaSessionAnswer`. Of two names for one schema the first counts. */
const names = new Map<unknown, string>(
  Object.entries(wire)
    .filter(([name]) => name.endsWith('Schema'))
    .map(([name, schema]): [unknown, string] => [
      schema,
      name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length),
    ])
    .reverse(),
);

function convert(schema: WireSchema): JsonSchema {
  const { $schema: _, ...converted } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // Whatever JSON Schema cannot say is a defect of the schema, found by the tests.
    errorMode: 'throw',
    // JSON Schema reads patterns as with the flag u.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      isUnicodePattern(valibotAction) ? { ...jsonSchema, pattern: valibotAction.requirement.source } : undefined,
  });
  return converted;
}

const isUnicodePattern = (action: { type: string }): action is v.RegexAction<string, undefined> =>
  action.type === 'regex' && (action as v.RegexAction<string, undefined>).requirement.flags === 'u';
