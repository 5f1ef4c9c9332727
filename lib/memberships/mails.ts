import "server-only";
import type { LonePlace } from "@/lib/communities/types";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { NewMail } from "@/lib/platform/mail/mail";
import { renderMail } from "@/lib/platform/mail/render-mail";

const MOST_NAMED = 20;

export type LoneMail = {
  locale: Locale;
  tenantName: string;
  slug: string;
  places: readonly LonePlace[];
  isOwner: boolean;
};

/** The mail about places that hang on one person (H9): which, and the two ways out. */
export function loneAdminMail({ locale, tenantName, slug, places, isOwner }: LoneMail): Omit<NewMail, "to"> {
  const t = translatorFor(locale);
  const named = places.slice(0, MOST_NAMED).map(({ communityName, groupName, active }) => {
    const place = groupName === null ? communityName : `${communityName} · ${groupName}`;
    return active === 0 ? t("succession.mails.lone.nobody", { place }) : place;
  });
  const more = places.length - named.length;
  const title = t("succession.mails.lone.title", { count: places.length, tenant: tenantName });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [
      t(isOwner ? "succession.mails.lone.toOwner" : "succession.mails.lone.toAdmin"),
      ...named,
      ...(more > 0 ? [t("succession.mails.lone.more", { count: more })] : []),
      t("succession.mails.lone.wayOut"),
    ],
    action: {
      label: t("succession.mails.lone.action"),
      url: `${publicUrl()}${isOwner ? `/t/${slug}` : `/m/${slug}/manage`}`,
    },
    footer: t("succession.mails.lone.footer", { tenant: tenantName }),
  });
  return { subject: title.slice(0, 300), ...rendered };
}
