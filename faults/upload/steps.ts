/** The calls of an upload, in their order: the token, the first, any other and the last chunk, the entry, its content. */
export const steps = ['token', 'first', 'chunk', 'final', 'add', 'addContent'] as const;
export type Step = (typeof steps)[number];

/** What a chunk is. The whole of a tiny file is a first chunk. */
export function stepOfChunk(form: FormData): Step {
  if (form.get('resume') === '0') return 'first';
  return form.get('finalChunk') === '1' ? 'final' : 'chunk';
}

/** What a call of the API is, where it is one of the steps. An entry and its content are asked for in one round trip. */
export function stepsOfCall(url: string): readonly Step[] {
  if (/\/service\/uploadToken\/action\/add$/i.test(url)) return ['token'];
  if (/\/service\/media\/action\/addContent$/i.test(url)) return ['addContent'];
  return [];
}

/** The two steps in one multirequest. */
export const isAttaching = (body: string): boolean =>
  body.includes('1%5Bservice%5D=media') && body.includes('1%5Baction%5D=add');
