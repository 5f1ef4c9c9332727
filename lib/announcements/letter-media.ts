import "server-only";
import { shownBy } from "@/lib/delivery/channel-rules";
import type { Compose, LetterMedia, SendingOccurrence } from "@/lib/delivery/channels/channel";
import { signedMediaUrl } from "@/lib/media/signed-url";
import type { Translator } from "@/lib/platform/i18n/translator";
import { escapeHtml } from "@/lib/shared/html";
import { mediaTitle } from "./media-title";

type Channel = Parameters<Compose>[1];

/** How long a link in a letter holds: a mail is opened late, WhatsApp fetches at once, a notification waits a day. */
export const LINK_DAYS: Record<Channel, number> = { email: 30, push: 2, whatsapp: 1 };

type Sending = { tenant: { id: string; slug: string }; channel: Channel; now: Date };

/** What an occurrence shows, by links for people who are not signed in; pictures as JPEG, which all of them can read. */
export function linkMedia(
  { id: occurrenceId, media }: Pick<SendingOccurrence, "id" | "media">,
  { tenant, channel, now }: Sending,
): LetterMedia[] {
  return media.map(({ id, kind, contentType, name, alt }) => {
    const owner = { kind: "occurrence", id: occurrenceId } as const;
    const url = signedMediaUrl(
      { tenantId: tenant.id, slug: tenant.slug, id, owner },
      now,
      LINK_DAYS[channel],
    );
    return kind === "image"
      ? { id, kind, contentType: "image/jpeg", name, alt, url: `${url}&as=jpeg` }
      : { id, kind, contentType, name, alt, url };
  });
}

const IMAGE = "display:block;width:100%;max-width:520px;height:auto;border-radius:10px;margin:0 0 16px";

/** Its pictures as a mail shows them; where they do not load, their words stand there. */
export function mediaHtml(media: readonly LetterMedia[]): string {
  return shownBy("email", media)
    .map(
      ({ url, alt }) =>
        `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" width="520" style="${IMAGE}">`,
    )
    .join("");
}

/** Films and documents as links. */
export function mediaLinksHtml(media: readonly LetterMedia[], t: Translator): string {
  const shown = shownBy("email", media);
  return media
    .filter((one) => !shown.includes(one))
    .map(
      (one) =>
        `<p style="margin:0 0 12px"><a href="${escapeHtml(one.url)}" style="color:#1f5f5b">${escapeHtml(mediaTitle(one, t))}</a></p>`,
    )
    .join("");
}

/** The same for who reads plain text: what each is, and where; pictures by their words alone. */
export function mediaText(media: readonly LetterMedia[], t: Translator): string {
  const lines = media.flatMap((one) => {
    if (one.kind !== "image") return [`${mediaTitle(one, t)}:\n${one.url}`];
    return one.alt === "" ? [] : [mediaTitle(one, t)];
  });
  return lines.length > 0 ? `${lines.join("\n\n")}\n\n` : "";
}
