import type { ShownCount } from "@/lib/communities/types";
import type { DeliveryStatus } from "@/lib/delivery/rules";
import type { AttachedMedia } from "@/lib/media/types";

/** How many of some people it reached; the share is null where it would tell a number that is not shown. */
type Reached = { people: ShownCount; reached: ShownCount; share: number | null };

/** How a sending went, fit to be handed on: every small count reads "<5". */
export type Report = {
  id: string;
  title: string;
  /** What it showed, by the words for it. */
  media: Pick<AttachedMedia, "kind" | "alt" | "name">[];
  tenant: string;
  communities: string[];
  sentAt: Date;
  madeAt: Date;
  /** Of the tenant: the dates are written in it. */
  zone: string;
  people: ShownCount;
  counts: { status: DeliveryStatus; count: ShownCount }[];
  /** Of those it arrived at, the part known to have read it (A9); null where a count is small. */
  readShare: number | null;
  channels: ({ channel: string } & Reached)[];
  groups: ({ name: string } & Reached)[];
};
