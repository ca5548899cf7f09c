import * as v from 'valibot';

/** What the page and its small server say to each other; both sides read it with these schemas. */

export const POSTER_SHAPES = ['sun', 'arch', 'waves', 'steps', 'orbit', 'leaf'] as const;
export const POSTER_COLORS = ['coral', 'ochre', 'moss', 'sea', 'iris', 'ink'] as const;

const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** A work as the page sends it: what hangs, without who hung it. */
export const NewItemSchema = v.variant('kind', [
  /** The reference stays `unknown` here: any editor can craft one, so it is parsed where it is shown. */
  v.object({ kind: v.literal('kaltura'), reference: v.record(v.string(), v.unknown()) }),
  v.object({ kind: v.literal('poster'), shape: v.picklist(POSTER_SHAPES), color: v.picklist(POSTER_COLORS), title }),
  v.object({
    kind: v.literal('link'),
    url: v.pipe(v.string(), v.maxLength(2000), v.url(), v.regex(/^https?:\/\//i)),
    title,
  }),
]);
export type NewItem = v.InferOutput<typeof NewItemSchema>;

const placed = { id: v.string(), addedBy: v.string() };
export const SpaceItemSchema = v.variant('kind', [
  v.object({ ...placed, ...NewItemSchema.options[0].entries }),
  v.object({ ...placed, ...NewItemSchema.options[1].entries }),
  v.object({ ...placed, ...NewItemSchema.options[2].entries }),
]);
/** A work on a wall. `addedBy` is a person's name. */
export type SpaceItem = v.InferOutput<typeof SpaceItemSchema>;

export const SpaceSchema = v.object({
  id: v.string(),
  name: v.string(),
  about: v.string(),
  items: v.array(SpaceItemSchema),
});
export type Space = v.InferOutput<typeof SpaceSchema>;

export const HubSchema = v.object({
  id: v.string(),
  name: v.string(),
  plan: v.picklist(['starter', 'enterprise', 'university']),
  /** Degrees on the colour wheel: the tint of the hub's walls. */
  hue: v.number(),
  about: v.string(),
});
export type Hub = v.InferOutput<typeof HubSchema>;

export const PersonaSchema = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  role: v.picklist(['participant', 'hub_admin']),
  /** Where they are at home, and have their role. */
  hub: v.string(),
  /** Hubs they take part in besides. */
  alsoIn: v.array(v.string()),
  about: v.string(),
});
export type Persona = v.InferOutput<typeof PersonaSchema>;

/** `GET /host/config`: everything the page has to know before anybody has signed in, and who has. */
export const ConfigSchema = v.object({
  exchangeUrl: v.string(),
  /** Host names that media of other Kaltura accounts may come from; nothing else is played. */
  mediaHosts: v.array(v.string()),
  /** The demo's Kaltura, and somebody who administers the hub's account there: everybody may know, it is a demo. */
  kaltura: v.object({
    serviceUrl: v.string(),
    admin: v.object({ email: v.string(), password: v.string() }),
    accounts: v.array(v.object({ id: v.number(), name: v.string() })),
  }),
  hubs: v.array(HubSchema),
  personas: v.array(PersonaSchema),
  signedInAs: v.nullable(v.string()),
});
export type Config = v.InferOutput<typeof ConfigSchema>;

export const SpaceListSchema = v.object({ spaces: v.array(SpaceSchema) });
export const TokenSchema = v.object({ token: v.string() });
export const SignInSchema = v.object({ persona: v.string() });
/** `entryId`: the token is for playing this entry, whoever owns it. */
export const TokenRequestSchema = v.object({ hub: v.string(), entryId: v.optional(v.string()) });
export const AddItemsSchema = v.object({ items: v.pipe(v.array(NewItemSchema), v.minLength(1), v.maxLength(100)) });
