export const CONSENT_CHANNELS = ["in_app", "push", "email", "whatsapp", "relay", "all"] as const;
export const CONSENT_PURPOSES = ["announcements", "promotions", "service"] as const;

/** The ways to reach a person one by one: `all` is the word for each of them. */
export const SINGLE_CHANNELS = CONSENT_CHANNELS.filter((channel) => channel !== "all");
export type SingleChannel = (typeof SINGLE_CHANNELS)[number];

/** The order in which a person's channel is looked for unless they choose another: what goes out first, what somebody posts by hand after it, the portal, which waits, last (A10). */
export const USUAL_ORDER: readonly SingleChannel[] = ["push", "email", "whatsapp", "relay", "in_app"];

/** The channels of a person, the one they like best first; `chosen` by themself or by staff, else the usual order. */
export type ChannelOrder = { order: SingleChannel[]; chosen: boolean };

/** Where silence is no consent: a message to somebody's number needs their yes first. */
export const NEEDS_YES: readonly SingleChannel[] = ["whatsapp"];

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

/** The purposes that a member chooses in the portal; what they asked for themself (`service`) goes on. */
export const CHOOSABLE_PURPOSES = ["announcements", "promotions"] as const;
export type ChoosablePurpose = (typeof CHOOSABLE_PURPOSES)[number];

/** The channels by which a member wants each purpose. */
export type ConsentChoices = Record<ChoosablePurpose, SingleChannel[]>;

/** How the chain of a tenant's ledger stands; `brokenAt` is the first place that does not follow, `tip` the last hash. */
export type LedgerState = { entries: number; tip: string | null; loose: number; brokenAt: number | null };

/** An entry as the register of a tenant shows it. The name is null once the person was erased. */
export type RegisterEntry = ConsentEntry & {
  id: string;
  memberId: string;
  name: string | null;
  origin: string | null;
  position: number | null;
  hash: string | null;
};
