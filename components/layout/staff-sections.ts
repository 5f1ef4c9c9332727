/** The sections of the dashboard in their order; each is a folder under /t/[tenant] except home. */
export const staffSections = [
  "home",
  "communities",
  "announcements",
  "inbox",
  "feedback",
  "members",
  "automations",
  "analytics",
  "billing",
  "settings",
] as const;

export type StaffSection = (typeof staffSections)[number];

export function staffSectionPath(tenantSlug: string, section: StaffSection): string {
  return section === "home" ? `/t/${tenantSlug}` : `/t/${tenantSlug}/${section}`;
}

/** The sections a person may see, in the order of the rail, whatever order they came in. */
export function visibleSections(allowed: readonly string[]): StaffSection[] {
  return staffSections.filter((section) => allowed.includes(section));
}
