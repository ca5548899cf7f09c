/** Every query key begins with hub and person, so that nobody is ever shown what was cached for somebody else. */
export type ScopeKey = readonly ['kaltura', hubId: string, userId: string];

export const scopeKey = (hubId: string, userId: string): ScopeKey => ['kaltura', hubId, userId];
