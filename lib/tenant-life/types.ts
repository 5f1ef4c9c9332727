/** What the owner decides about the tenant itself. */
export type TenantEnd = {
  /** When it is gone; null: nobody asked for that. */
  dueAt: Date | null;
  communities: number;
  people: number;
  /** Those of the team who could own it. */
  heirs: { staffId: string; name: string }[];
};
