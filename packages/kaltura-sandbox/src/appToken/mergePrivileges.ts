/** Privileges that mean something to Kaltura; a request may not bring them along. */
const reserved = new Set(
  (
    'list edit sview download downloadasset editplaylist sviewplaylist edituser editadmintags editentryoftemplate setrole restrictingrole actionslimit ' +
    'iprestrict urirestrict enableentitlement disableentitlement disableentitlementforentry privacycontext enablecategorymoderation ' +
    'sessionid apptoken limitentry preview reftime sessionkey searchcontext virtualeventid userid enablecaptionmoderation'
  ).split(' '),
);

/**
 * The privileges of a session from an App Token: its ids, the token's own list, then what the request may add: names unknown to Kaltura,
 * and a narrower value where the token has `*`. Everything else is dropped without a word.
 */
export function mergePrivileges(tokenId: string, ofToken: string, asked: string): string {
  const merged = new Map([
    ['sessionid', tokenId],
    ['apptoken', tokenId],
  ]);
  const own = parse(ofToken);
  for (const [name, value] of own) merged.set(name, joinValues(merged.get(name), value));
  for (const [name, value] of parse(asked)) {
    const isNew = !reserved.has(name) && !merged.has(name);
    const isNarrower = merged.get(name) === '*';
    if (isNew || isNarrower) merged.set(name, value);
  }
  return [...merged].map(([name, value]) => (value === '' ? name : `${name}:${value}`)).join(',');
}

function parse(text: string): [string, string][] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [name = '', ...value] = item.split(':');
      return [name, value.join(':')];
    });
}

function joinValues(known: string | undefined, value: string): string {
  return known === undefined || known === ''
    ? value
    : [...new Set([...known.split('/'), ...value.split('/')])].join('/');
}
