export const ACCOUNT_STATES = ["unchecked", "ready", "refused", "unreachable", "template_missing"] as const;
/** How the last look at WhatsApp went: the number answers and the template is approved, or what stands in the way. */
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** The number of a tenant with everything that sending needs. Never leaves the server. */
export type Account = {
  /** No number is set: everything goes to the stand-in of this installation. */
  isLocal: boolean;
  apiUrl: string;
  phoneNumberId: string;
  businessId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  templateName: string;
  promotionTemplateName: string | null;
  imageTemplateName: string | null;
  templateLanguage: string;
  /** Unique people in a moving day whom one may write to first; null is no limit. */
  perDay: number | null;
  perSecond: number;
};

/** The same as staff see it: no secret, whether they are set, and what to enter at Meta. */
export type AccountView = {
  isLocal: boolean;
  phoneNumberId: string | null;
  businessId: string | null;
  displayPhone: string | null;
  templateName: string | null;
  promotionTemplateName: string | null;
  imageTemplateName: string | null;
  templateLanguage: string | null;
  perDay: number | null;
  perSecond: number;
  state: AccountState | "local";
  checkedAt: Date | null;
  /** When a webhook last came in. */
  heardAt: Date | null;
  webhookUrl: string;
  verifyToken: string | null;
  /** Who counts within the limit of the day now. */
  usedToday: number;
};

/** One piece of news of a webhook, without anything that need not be kept. */
export type EventNews = {
  digest: string;
  kind: "status" | "message" | "preference";
  letter: string | null;
  providerId: string | null;
  status: string | null;
  code: number | null;
  sender: string | null;
  words: string | null;
  at: Date;
};

/** The same as it is kept until it is handled. */
export type StoredEvent = EventNews & { id: string; receivedAt: Date };
