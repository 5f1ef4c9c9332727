export const CONSENT_CHANNELS = ["in_app", "push", "email", "whatsapp", "relay", "all"] as const;
export const CONSENT_PURPOSES = ["announcements", "promotions", "service"] as const;

export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** One entry of the ledger: never changed, only followed by another. */
export type ConsentEntry = {
  channel: ConsentChannel;
  purpose: ConsentPurpose;
  granted: boolean;
  wordingVersion: string;
  source: string;
  at: string;
};
