import type { ShownCount } from "@/lib/communities/types";
import type { DeliveryStatus } from "./rules";

/** One person of a sending, by the name that the reader may see. */
export type Recipient = {
  memberId: string;
  name: string;
  channel: string;
  status: DeliveryStatus;
  reason: string | null;
};

/** Why it did not reach some, with how many. */
export type ReasonCount = { status: string; reason: string | null; count: number };

export type ChannelCounts = {
  channel: string;
  people: number;
  decided: number;
  reached: number;
  failed: number;
};
/** Of a room: small numbers are not told, nor a share that would tell them (P12). */
export type GroupCounts = {
  groupId: string;
  name: string;
  people: ShownCount;
  reached: ShownCount;
  share: number | null;
};

/** How a sending goes by channel and by room (A14). */
export type Breakdown = { channels: ChannelCounts[]; groups: GroupCounts[] };
