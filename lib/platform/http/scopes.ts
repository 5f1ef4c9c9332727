const NOUNS = [
  "communities",
  "groups",
  "members",
  "announcements",
  "feedback",
  "conversations",
  "billing",
  "webhooks",
  "imports",
  "exports",
  "automations",
  "audit",
  "tenant",
] as const;

/** What a key may be given (api.md §4); `all` is all of them, `see_as` included. */
export type Scope = `${(typeof NOUNS)[number]}:${"read" | "write"}` | "see_as";

export const SCOPES: readonly Scope[] = [
  ...NOUNS.flatMap((noun): Scope[] => [`${noun}:read`, `${noun}:write`]),
  "see_as",
];

/** Whether a key with these scopes may do what asks for this one. */
export function hasScope(scopes: readonly string[], wanted: Scope): boolean {
  return scopes.includes("all") || scopes.includes(wanted);
}
