/** A public form as the team sees it; without an address when the key that sealed it is gone. */
export type FeedbackForm = {
  id: string;
  name: string;
  communityId: string | null;
  communityName: string | null;
  url: string | null;
  /** How much came by it. */
  received: number;
  createdAt: Date;
  revokedAt: Date | null;
};

/** What whoever bears the address may know: whose form it is. */
export type PublicFormFace = {
  formId: string;
  name: string;
  tenantName: string;
  communityName: string | null;
};
