import type { GrantingRule } from "@/lib/members/visibility/policy";

/** What a question about sight is about: the phone, or anything at all. */
export const SIGHTS = ["phone", "anything"] as const;
export type Sight = (typeof SIGHTS)[number];

/** Why somebody sees a person: a rule of the table P, and the room that makes it hold. */
export type SightReason = { rule: GrantingRule; roomId: string | null; roomName: string | null };

/** How many people see somebody by one rule in one room. */
export type SightCount = SightReason & { people: number };

/** Somebody who sees a person. The name is null where the asker may not know it, or nobody bears it any more. */
export type SightViewer = {
  kind: "member" | "staff";
  id: string | null;
  name: string | null;
  role: string | null;
  phone: boolean;
  reasons: SightReason[];
};

/** A viewer who came or went between two instants, with the reasons of the time when they saw. */
export type SightChange = SightViewer & { change: "gained" | "lost" };
