/** The limits profile `default` (L1–L8); a tenant may override each in its settings. */
export const DEFAULT_LIMITS = {
  groupMembers: 1_024,
  communityGroups: 21,
  communityMembers: 21_504,
  laneMembers: 5_000,
  communityNameGraphemes: 100,
  communityDescriptionGraphemes: 2_048,
  announcementBodyGraphemes: 4_096,
} as const;

export type Limits = Record<keyof typeof DEFAULT_LIMITS, number>;

/** The limits in force for a tenant: its overrides over the defaults; anything that is not a positive whole number is ignored. */
export function limitsInForce(overrides: unknown): Limits {
  const limits: Limits = { ...DEFAULT_LIMITS };
  if (typeof overrides !== "object" || overrides === null) return limits;
  for (const [name, value] of Object.entries(overrides)) {
    if (name in limits && Number.isInteger(value) && value > 0) limits[name as keyof Limits] = value;
  }
  return limits;
}
