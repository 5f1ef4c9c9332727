/** What a person's own data is told in, in this order. */
export const SECTIONS = [
  "profile",
  "identifiers",
  "devices",
  "fields",
  "tags",
  "earlierRecords",
  "memberships",
  "history",
  "messages",
  "contact",
  "announcements",
  "feedback",
  "answers",
  "votes",
  "asked",
  "suggestions",
  "doors",
  "bans",
  "consents",
  "requests",
  "acts",
] as const;
export type SectionName = (typeof SECTIONS)[number];

export type SectionRow = Record<string, string | number | boolean | null>;

export const EXPORT_FORMATS = ["json", "html"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What stands above the data: whose it is, of which organization, as of when. */
export type ExportHead = {
  tenantName: string;
  memberId: string;
  exportedAt: Date;
  zone: string;
  /** Of the person's photo, if there is one. */
  photo: { contentType: string; base64: string } | null;
};
