import "server-only";
import { findAsked } from "@/lib/blocks/queries/find-asked";
import { headingOf } from "@/lib/blocks/rules";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { isLocale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { renderTemplate } from "./format/merge-fields";
import { mergeValues } from "./rules";

/** What of an occurrence is posted by hand. */
export type Relayed = { id: string; blockId: string | null; communityIds: readonly string[]; body: string };

/**
 * What is posted in a group by hand, for each community of an occurrence: to everybody there at once, so fields of a person take their
 * fallback (A2), in the tenant's language what stands around it, and the way into the portal.
 */
export async function composeRelay(
  ctx: TenantContext,
  { id, blockId, communityIds, body }: Relayed,
): Promise<{ communityId: string; words: string }[]> {
  const [tenant, communities, asked] = await Promise.all([
    ctx.db.tenant.findFirstOrThrow({ select: { slug: true, locale: true } }),
    ctx.db.community.findMany({ where: { id: { in: [...communityIds] } }, select: { id: true, name: true } }),
    findAsked(ctx, blockId),
  ]);
  const t = translatorFor(isLocale(tenant.locale) ? tenant.locale : ctx.locale);
  const portal = `${publicUrl()}/m/${tenant.slug}`;
  const isButton = asked?.kind === "button";
  const url = isButton ? `${portal}/blocks/${blockId}/open` : `${portal}/announcements/${id}`;
  const question = asked && !isButton ? `*${t(`blocks.kinds.${asked.kind}`)}:* ${headingOf(asked)}` : "";
  const label = isButton ? asked.label : t(asked ? "blocks.letter.answer" : "announcements.letter.open");
  return communities.map(({ id: communityId, name }) => {
    const text = renderTemplate(body, mergeValues({ name: "", community: name })).text.trim();
    return { communityId, words: [text, question, `${label}: ${url}`].filter(Boolean).join("\n\n") };
  });
}
