import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { consumePoint, type Limit } from "@/lib/platform/rate-limit";
import type { Actor } from "@/lib/shared/actor";
import { firstLink } from "../first-link";

// Each is a question to somebody else's server, in our name.
const LINKS: Limit = { name: "links", points: 60, perSeconds: 3_600 };

/** The link of a text that shall have a preview; null without one, and for who has posted very many of them. */
export async function takeLink({ tenantId, actor }: TenantContext, text: string): Promise<string | null> {
  const url = firstLink(text);
  if (url === null) return null;
  const { allowed } = await consumePoint(LINKS, `${tenantId}/${subjectOf(actor)}`);
  return allowed ? url : null;
}

function subjectOf(actor: Actor): string {
  if (actor.kind === "staff") return actor.staffId;
  return actor.kind === "member" ? actor.memberId : actor.purpose;
}
