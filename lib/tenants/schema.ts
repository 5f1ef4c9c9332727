import { z } from "zod";
import { boundedName } from "@/lib/shared/bounded-text";
import { DEFAULT_LIMITS } from "./limits";
import { UNCAPPED } from "./settings-rules";

/** Words that would clash with our own paths. */
const RESERVED_SLUGS = ["api", "app", "admin", "dev", "entrar", "join", "sign-in", "www", "aldeia"];

export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/, { error: "invalid_slug" })
  .refine((slug) => !RESERVED_SLUGS.includes(slug), { error: "reserved_slug" });

export const emailSchema = z.string().trim().toLowerCase().max(320).pipe(z.email());

/** At least 8 characters and no rule of composition (OWASP ASVS 6.2); at most 128, as hashing costs. */
export const newPasswordSchema = z.string().min(8).max(128);

export const createTenantInput = z.object({
  slug: slugSchema,
  name: boundedName(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: "invalid_country" })
    .default("BR"),
  plan: z.enum(["free", "starter", "growth", "scale"]).default("free"),
  owner: z.object({
    name: boundedName(100, { mayBeEmpty: true }).default(""),
    email: emailSchema,
    password: newPasswordSchema.optional(),
    /** The operator vouches for the address; who signs up has to confirm it. */
    isVerified: z.boolean().default(true),
  }),
});
export type CreateTenantInput = z.input<typeof createTenantInput>;

/** What the settings page changes; a zone is an IANA name that this server knows. */
export const tenantSettingsInput = z.object({
  name: boundedName(100),
  locale: z.enum(["pt-BR", "en", "es"]),
  timezone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
    error: "invalid_timezone",
  }),
});

function whole(most: number) {
  return z.int().min(1).max(most);
}

/** The same over the API, each of it if wanted. */
export const tenantPatch = tenantSettingsInput.partial().extend({
  settings: z
    .object({
      confirmThreshold: whole(1_000_000),
      adminActiveDays: whole(365),
      weeklyAnnouncements: whole(UNCAPPED),
      weeklyPromotions: whole(UNCAPPED),
      quietFromHour: whole(24),
      quietUntilHour: whole(24),
      businessFromHour: whole(24),
      businessUntilHour: whole(24),
      relayDueHours: whole(168),
      relayCloseHours: whole(168),
      suggestionDueDays: whole(365),
      questionDueDays: whole(365),
      complaintDueDays: whole(365),
      praiseDueDays: whole(365),
      inboxReplyHours: whole(168),
    })
    .partial()
    .optional(),
});

const counted = (most: number) =>
  z.coerce.number({ error: "not_a_number" }).int({ error: "not_a_number" }).min(1).max(most);

/** How the tenant works: what a sending asks, who counts as an active admin, and how much somebody gets in a week. */
export const workSettingsInput = z.object({
  confirmThreshold: counted(1_000_000),
  adminActiveDays: counted(365),
  weeklyAnnouncements: counted(UNCAPPED),
  weeklyPromotions: counted(UNCAPPED),
  quietFromHour: counted(24),
  quietUntilHour: counted(24),
  businessFromHour: counted(24),
  businessUntilHour: counted(24),
  relayDueHours: counted(168),
  relayCloseHours: counted(168),
  suggestionDueDays: counted(365),
  questionDueDays: counted(365),
  complaintDueDays: counted(365),
  praiseDueDays: counted(365),
  inboxReplyHours: counted(168),
});
export type WorkSettings = NonNullable<z.output<typeof tenantPatch>["settings"]>;

/** Limits of the tenant's own, below or at those of the profile: what the surroundings allow no tenant can raise (L1–L8). */
export const limitsInput = z.object({
  groupMembers: counted(DEFAULT_LIMITS.groupMembers),
  communityGroups: counted(DEFAULT_LIMITS.communityGroups),
  communityMembers: counted(DEFAULT_LIMITS.communityMembers),
  laneMembers: counted(DEFAULT_LIMITS.laneMembers),
});
export const limitsPatch = z
  .object({
    groupMembers: whole(DEFAULT_LIMITS.groupMembers),
    communityGroups: whole(DEFAULT_LIMITS.communityGroups),
    communityMembers: whole(DEFAULT_LIMITS.communityMembers),
    laneMembers: whole(DEFAULT_LIMITS.laneMembers),
  })
  .partial();
export type OwnLimits = z.output<typeof limitsPatch>;
export type TenantSettings = Omit<z.output<typeof tenantPatch>, "settings">;
