import "server-only";
import { seesFeedback } from "@/lib/feedback/queries/find-subject";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findTenant } from "@/lib/tenants/queries/find-tenant";
import { getTenantSettings } from "@/lib/tenants/queries/get-tenant-settings";
import { findAskedAnnouncement } from "../queries/find-asked-announcement";
import { getAnnouncement } from "../queries/get-announcement";
import { createAnnouncementInput } from "../schema";
import type { Announcement } from "../types";
import { createAnnouncement } from "./create-announcement";

/**
 * “You asked, we did” (F3): a draft to exactly those who asked for an item that is done, in the language of the tenant, with a
 * link to where they say whether that solved it. While such a draft is there, it is the one. It names the item only where that
 * is shared with the community: who supports a merged one does not know this one.
 * @throws Refusal `not_found`, `illegal_transition` before it is done, `invalid_input` without a community, and as creating does
 */
export async function draftForAskers(ctx: TenantContext, feedbackId: string): Promise<Announcement> {
  if (!(await seesFeedback(ctx, feedbackId))) throw notFound();
  const item = await ctx.db.feedback.findFirst({
    where: { id: feedbackId },
    select: { title: true, status: true, statusReason: true, communityId: true, isShared: true },
  });
  if (!item) throw notFound();
  if (item.status !== "done") throw new Refusal("illegal_transition", { from: item.status, to: "done" });
  if (!item.communityId) throw new Refusal("not_allowed");
  const known = await findAskedAnnouncement(ctx, feedbackId);
  if (known?.status === "draft") return getAnnouncement(ctx, known.id);
  const input = {
    communityIds: [item.communityId],
    audience: { kind: "community", askedFeedbackId: feedbackId },
    body: await bodyOf(ctx, feedbackId, item),
  };
  return createAnnouncement(ctx, createAnnouncementInput.parse(input));
}

type Done = { title: string; statusReason: string | null; isShared: boolean };

async function bodyOf(ctx: TenantContext, feedbackId: string, item: Done): Promise<string> {
  const [{ slug }, { locale }] = await Promise.all([findTenant(ctx), getTenantSettings(ctx)]);
  const t = translatorFor(localeFrom(locale));
  const paragraphs = [
    item.isShared
      ? t("announcements.askers.named", { title: item.title })
      : t("announcements.askers.unnamed"),
    item.statusReason ?? t("announcements.askers.did"),
    t("announcements.askers.solved", { url: `${publicUrl()}/m/${slug}/ideas/${feedbackId}` }),
  ];
  // Braces of a member's words are no fields to fill in.
  return paragraphs.join("\n\n").replaceAll("{{", "{ {").replaceAll("}}", "} }");
}
