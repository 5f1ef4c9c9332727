import type { ActionRow, JobRow } from "../row-types";

// A tenant's own life: how it works, who owns it, and its end.
const managers = ["owner", "admin"] as const;
const byOwner = { for: "staff", allowed: ["owner"], permitted: true, tells: "nobody" } as const;

export const tenantLifeActions: Record<string, ActionRow> = {
  "accounts/updateWorkSettingsAction": {
    for: "staff",
    allowed: managers,
    form: () => ({
      confirmThreshold: "900",
      adminActiveDays: "45",
      weeklyAnnouncements: "9",
      weeklyPromotions: "2",
    }),
    tells: "nobody",
  },
  "accounts/updateLimitsAction": {
    for: "staff",
    allowed: managers,
    form: () => ({
      groupMembers: "1000",
      communityGroups: "20",
      communityMembers: "20000",
      laneMembers: "4000",
    }),
    tells: "nobody",
  },
  // What is right would take the village away from its owner, or close it: a wrong form tells who may as well.
  "tenant-life/transferOwnershipAction": {
    ...byOwner,
    form: ({ here }) => ({ staffId: here.staff.owner.staffId }),
  },
  "tenant-life/scheduleDeletionAction": { ...byOwner, form: () => ({ typedName: "Outro nome" }) },
  "tenant-life/undoDeletionAction": { for: "staff", allowed: ["owner"], form: () => ({}), tells: "nobody" },
};

export const tenantLifeJobs: Record<string, JobRow> = {
  "tenant_life.erase": { alone: "erases its own tenant, if its days of grace are over" },
  "tenant_life.sweep": { platform: "queues a job for each tenant that is due, and reads nothing more" },
  "billing.follow_deletion": { alone: "asks Stripe about its own tenant's subscription" },
};
