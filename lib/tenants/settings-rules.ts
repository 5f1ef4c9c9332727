/** A cap that nobody reaches: none. */
export const UNCAPPED = 1_000;

/** Numbers that a tenant may choose; the rules name their defaults. */
export const DEFAULT_SETTINGS = {
  /** From how many people on a sending asks for one confirmation that names the number (A7). */
  confirmThreshold: 1_000,
  /** Who was last here so many days ago still counts as an active admin (H9). */
  adminActiveDays: 30,
  /** How many announcements, and how many promotions, somebody gets in seven days at most (A18). */
  weeklyAnnouncements: UNCAPPED,
  weeklyPromotions: UNCAPPED,
  /** Hours of the day, 24 being midnight, between which nothing leaves the house (A6); the same twice: no such hours. */
  quietFromHour: 24,
  quietUntilHour: 24,
  /** From Monday to Friday, for announcements that keep to them (A6). */
  businessFromHour: 9,
  businessUntilHour: 18,
  /** Hours after which a posting by hand is late, and for how many it is waited for at all (A21). */
  relayDueHours: 4,
  relayCloseHours: 24,
  /** Days until an answer to feedback is due, by its kind (F2). */
  suggestionDueDays: 14,
  questionDueDays: 2,
  complaintDueDays: 2,
  praiseDueDays: 14,
  /** Within how many hours of business the house gives a first answer to who writes to it (C2). */
  inboxReplyHours: 4,
} as const;

export type Settings = Record<keyof typeof DEFAULT_SETTINGS, number>;

/** The settings in force for a tenant: its own over the defaults; anything that is not a positive whole number is ignored. */
export function settingsInForce(chosen: unknown): Settings {
  const settings: Settings = { ...DEFAULT_SETTINGS };
  if (typeof chosen !== "object" || chosen === null) return settings;
  for (const [name, value] of Object.entries(chosen)) {
    if (name in settings && Number.isInteger(value) && value > 0) settings[name as keyof Settings] = value;
  }
  return settings;
}
