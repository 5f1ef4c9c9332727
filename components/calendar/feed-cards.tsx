import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { makeCalendarLinkAction, revokeCalendarLinkAction } from "@/lib/calendar/actions";
import type { CalendarLink } from "@/lib/calendar/types";

/** No address yet: what it would be, and the button that makes one. */
export async function NoFeedCard({ slug }: { slug: string }) {
  const t = await getTranslations("calendarFeed");
  return (
    <SectionCard id="feed" title={t("none")} description={t("noneBody")}>
      <ActionForm
        action={makeCalendarLinkAction.bind(null, slug)}
        submitLabel={t("make")}
        successMessage={t("made")}
      >
        {null}
      </ActionForm>
    </SectionCard>
  );
}

type FeedCardProps = { slug: string; link: CalendarLink; zone: string };

/** The address, to copy or to open; and the ways to make it another or none. */
export async function FeedCard({ slug, link, zone }: FeedCardProps) {
  const t = await getTranslations("calendarFeed");
  const { url, createdAt, readAt } = link;
  return (
    <SectionCard id="feed" title={t("address")} description={t("addressHint")}>
      <code className="block whitespace-pre-wrap rounded-control bg-sunken px-3 py-2 [overflow-wrap:anywhere]">
        {url}
      </code>
      <div className="mt-3 flex flex-wrap gap-3">
        <CopyButton text={url} label={t("copy")} variant="primary" />
        <LinkButton href={url.replace(/^https?:/u, "webcal:")}>{t("open")}</LinkButton>
      </div>
      <p className="mt-3 text-ink2 text-meta">
        {t.rich("since", { date: () => <Time at={createdAt} zone={zone} /> })}{" "}
        {readAt ? t.rich("read", { date: () => <Time at={readAt} zone={zone} /> }) : t("neverRead")}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Dialog
          title={t("renewTitle")}
          description={t("renewBody")}
          trigger={{ label: t("renew"), variant: "secondary" }}
        >
          <ActionForm
            action={makeCalendarLinkAction.bind(null, slug)}
            submitLabel={t("renew")}
            successMessage={t("renewed")}
          >
            {null}
          </ActionForm>
        </Dialog>
        <Dialog
          title={t("revokeTitle")}
          description={t("revokeBody")}
          trigger={{ label: t("revoke"), variant: "danger-quiet" }}
        >
          <ActionForm
            action={revokeCalendarLinkAction.bind(null, slug)}
            submitLabel={t("revoke")}
            submitVariant="danger"
            successMessage={t("revoked")}
          >
            {null}
          </ActionForm>
        </Dialog>
      </div>
    </SectionCard>
  );
}

const PROGRAMS = ["google", "apple", "outlook"] as const;

/** Where the address goes in the programs that most people have. */
export async function HowToCard() {
  const t = await getTranslations("calendarFeed.howTo");
  return (
    <SectionCard id="how-to" title={t("title")} description={t("body")}>
      <dl className="grid gap-3">
        {PROGRAMS.map((program) => (
          <div key={program}>
            <dt className="font-medium">{t(`${program}.name`)}</dt>
            <dd className="text-ink2">{t(`${program}.steps`)}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
