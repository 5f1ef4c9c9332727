import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import type { StaffActor } from "@/lib/shared/actor";
import { canAsStaff } from "@/lib/tenants/policy";

const ACTIONS = [
  { key: "writeAnnouncement", action: "announcements.send", href: "announcements/new" },
  { key: "answerFeedback", action: "feedback.answer", href: "feedback" },
  { key: "importMembers", action: "imports.run", href: "members/import" },
] as const;

/** What this role mostly comes for; the first of it is the page's main button. */
export async function HomeActions({ slug, actor }: { slug: string; actor: StaffActor }) {
  const t = await getTranslations("overview.actions");
  const mine = ACTIONS.filter(({ action }) => canAsStaff(actor, action).ok).slice(0, 2);
  return mine
    .map(({ key, href }, place) => (
      <LinkButton key={key} href={`/t/${slug}/${href}`} variant={place === 0 ? "primary" : "secondary"}>
        {t(key)}
      </LinkButton>
    ))
    .reverse();
}
