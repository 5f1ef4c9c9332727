import type { Announcement, LastSending } from "@/lib/announcements/types";
import type { LonePlace } from "@/lib/communities/types";
import type { FeedbackView } from "@/lib/feedback/types";
import type { NearLimit } from "@/lib/groups/types";
import type { WaitingCommunity } from "@/lib/invites/types";

/** The numbers of the dashboard's first page, over what the viewer may see. */
export type OverviewCounts = {
  communities: number;
  /** People, not seats: somebody in two communities counts once (L12). */
  people: number;
  /** Null: not told to those who see some communities only. */
  scheduled: number | null;
  openFeedback: number;
};

/** The dashboard's first page: what there is, what waits for somebody, what goes out next and how the last one went. */
export type Overview = {
  /** Null: this actor sees no communities at all. */
  counts: OverviewCounts | null;
  waiting: WaitingCommunity[];
  overdue: FeedbackView[];
  nearLimits: NearLimit[];
  /** Places that hang on one person (H9). */
  lone: LonePlace[];
  /** What people ask about their data; null: not this actor's to answer (P16). */
  privacy: { pending: number; overdue: number } | null;
  upcoming: Announcement[];
  lastSending: LastSending | null;
};
