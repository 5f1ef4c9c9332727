/** What the owner decides about the tenant itself. */
export type TenantEnd = {
  /** When it is gone; null: nobody asked for that. */
  dueAt: Date | null;
  communities: number;
  people: number;
};

export const TRANSFER_STATUSES = ["pending", "accepted", "declined", "withdrawn", "expired"] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

type Party = { staffId: string; name: string };

/** The ownership on its way from one person of the team to another (R2). */
export type Transfer = {
  id: string;
  from: Party;
  to: Party;
  status: TransferStatus;
  createdAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
};
