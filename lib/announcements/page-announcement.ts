import "server-only";
import { notFound as notFoundPage } from "next/navigation";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { getAnnouncement } from "./queries/get-announcement";
import type { Announcement } from "./types";

/** The announcement of a page; what may not be seen is the page that does not exist (T3). */
export async function findVisibleAnnouncement(ctx: TenantContext, id: string): Promise<Announcement> {
  try {
    return await getAnnouncement(ctx, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return notFoundPage();
    throw error;
  }
}
