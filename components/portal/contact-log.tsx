import { getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import type { OwnEntry } from "@/lib/inbox/types";

type ContactLogProps = { entries: readonly OwnEntry[]; tenantName: string; zone: string };

/** What a member and the house wrote to each other. */
export async function ContactLog({ entries, tenantName, zone }: ContactLogProps) {
  const t = await getTranslations("portal.contact");
  if (entries.length === 0) return <p>{t("empty")}</p>;
  return (
    <ol className="grid gap-2.5" aria-live="polite">
      {entries.map(({ id, isOwn, body, createdAt, about }) => (
        <li
          key={id}
          className={cx(
            "grid min-w-0 max-w-[85%] gap-0.5 break-words rounded-card px-3 py-2 [overflow-wrap:anywhere]",
            isOwn ? "ml-auto bg-bolha-out" : "mr-auto border border-line bg-surface",
          )}
        >
          <p className={cx("font-semibold text-meta", isOwn && "sr-only")}>{isOwn ? t("you") : tenantName}</p>
          {about && (
            <p className="border-line-strong border-l-2 pl-2 text-ink2 text-meta">
              {t("about", { words: about })}
            </p>
          )}
          <div>
            <FormattedText text={body} />
          </div>
          <p className="justify-self-end text-caption text-ink2">
            <Time at={createdAt} zone={zone} />
          </p>
        </li>
      ))}
    </ol>
  );
}
