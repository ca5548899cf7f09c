import { type Entry, textProperty } from './Entry.ts';
import type { EntryFilterContext } from './entryFilter.ts';

type Comparison = (value: string, context: EntryFilterContext) => (entry: Entry) => boolean;

/** `…MatchOr` and `…MatchAnd` of what entries have several of: people who may edit, publish or view them, and renditions. */
export const listComparisons: Readonly<Record<string, Comparison>> = {
  ...matching('entitledUsersEdit', peopleIn('entitledUsersEdit')),
  ...matching('entitledUsersPublish', peopleIn('entitledUsersPublish')),
  ...matching('entitledUsersView', peopleIn('entitledUsersView')),
  ...matching('flavorParamsIds', (entry, wanted, { flavorParamsIds }) => flavorParamsIds(entry).includes(wanted)),
};

type Has = (entry: Entry, wanted: string, context: EntryFilterContext) => boolean;

function matching(name: string, has: Has): Record<string, Comparison> {
  return {
    [`${name}MatchOr`]: (value, context) => (entry) => pieces(value).some((wanted) => has(entry, wanted, context)),
    [`${name}MatchAnd`]: (value, context) => (entry) => pieces(value).every((wanted) => has(entry, wanted, context)),
  };
}

function peopleIn(name: string): Has {
  return (entry, wanted, { isSameUser }) =>
    pieces(textProperty(entry, name) ?? '').some((user) => isSameUser(user, wanted));
}

function pieces(text: string): string[] {
  return text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
