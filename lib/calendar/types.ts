/** The address of a staff user's feed, for that user alone. */
export type CalendarLink = { url: string; createdAt: Date; readAt: Date | null };
