import "server-only";
import { findAsked } from "@/lib/blocks/queries/find-asked";
import { headingOf } from "@/lib/blocks/rules";
import type { BlockContent } from "@/lib/blocks/schema";
import { refusalUrl } from "@/lib/consent/refusal-token";
import type {
  Compose,
  Letter,
  LetterMedia,
  Recipient,
  SendingOccurrence,
} from "@/lib/delivery/channels/channel";
import { letterId } from "@/lib/delivery/letter-id";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { isLocale, type Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { frameMail, mailButton } from "@/lib/platform/mail/render-mail";
import { escapeHtml } from "@/lib/shared/html";
import { headlineOf } from "./format/headline";
import { renderTemplate } from "./format/merge-fields";
import { parseFormat } from "./format/parse-format";
import { plainText } from "./format/print-format";
import { printHtml } from "./format/print-html";
import { type LINK_DAYS, linkMedia, mediaHtml, mediaLinksHtml, mediaText } from "./letter-media";
import { mergeValues } from "./rules";

type Tenant = { id: string; slug: string; name: string; locale: Locale };

/** What an occurrence says to one person: their name in it, in their language what stands around it (A2, P16). */
export async function composeLetters(ctx: TenantContext, occurrence: SendingOccurrence): Promise<Compose> {
  const row = await ctx.db.tenant.findFirstOrThrow({
    select: { id: true, slug: true, name: true, locale: true },
  });
  const tenant = { ...row, locale: isLocale(row.locale) ? row.locale : ctx.locale };
  const asked = await findAsked(ctx, occurrence.blockId);
  const linked = (channel: keyof typeof LINK_DAYS) =>
    linkMedia(occurrence, { tenant, channel, now: ctx.now });
  // Once for all: each link has a signature.
  const links = { email: linked("email"), push: linked("push"), whatsapp: linked("whatsapp") };
  return (recipient, channel) => {
    const media = links[channel];
    return letterTo(recipient, channel, { ...occurrence, asked, media }, tenant);
  };
}

type Said = Omit<SendingOccurrence, "media"> & { asked: BlockContent | null; media: LetterMedia[] };

function letterTo(
  recipient: Recipient,
  channel: Parameters<Compose>[1],
  occurrence: Said,
  tenant: Tenant,
): Letter {
  const { memberId, name, community, address } = recipient;
  const locale = isLocale(recipient.locale) ? recipient.locale : tenant.locale;
  const t = translatorFor(locale);
  const body = renderTemplate(occurrence.body, mergeValues({ name, community })).text;
  const formatted = parseFormat(body);
  const subject = headlineOf(body);
  const { purpose } = occurrence;
  const { page, oneClick } = refusalUrl({ tenantId: tenant.id, memberId, channel, purpose });
  const { asked, blockId, media } = occurrence;
  const portal = `${publicUrl()}/m/${tenant.slug}`;
  const url = `${portal}/announcements/${occurrence.id}`;
  const open = { label: t(asked ? "blocks.letter.answer" : "announcements.letter.open"), url };
  if (asked?.kind === "button")
    Object.assign(open, { label: asked.label, url: `${portal}/blocks/${blockId}/open` });
  const question =
    asked && asked.kind !== "button" ? `${t(`blocks.kinds.${asked.kind}`)}: ${headingOf(asked)}` : "";
  const why = t("announcements.letter.why", { community, tenant: tenant.name });
  const refuse = t("announcements.letter.refuse", { channel });
  const words = plainText(formatted);
  return {
    id: letterId({ tenantId: tenant.id, occurrenceId: occurrence.id, memberId }),
    to: address,
    sender: community,
    subject,
    text: `${words}\n\n${mediaText(media, t)}${question && `${question}\n\n`}${open.label}:\n${open.url}\n\n-- \n${why}\n${refuse}: ${page}\n`,
    html: frameMail(locale, subject, [
      `<p style="margin:0 0 12px;font-weight:600">${escapeHtml(community)}</p>`,
      mediaHtml(media),
      `<div style="margin:0 0 20px">${printHtml(formatted)}</div>`,
      mediaLinksHtml(media, t),
      question && `<p style="margin:0 0 12px;font-weight:600">${escapeHtml(question)}</p>`,
      mailButton(open),
      `<p style="margin:24px 0 0;font-size:13px;color:#5c5348">${escapeHtml(why)} ` +
        `<a href="${escapeHtml(page)}" style="color:#5c5348">${escapeHtml(refuse)}</a></p>`,
    ]),
    locale,
    words,
    formatted: body,
    media,
    purpose,
    url,
    refusal: { label: refuse, page, oneClick, byWord: t("announcements.letter.refuseByWord") },
  };
}
