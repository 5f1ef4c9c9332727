import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { StaffActor } from "@/lib/shared/actor";
import { reachOf } from "@/lib/tenants/permissions";
import { canAsStaff } from "@/lib/tenants/policy";

const STEPS = [
  { key: "createCommunity", action: "communities.create", href: "communities/new" },
  { key: "importMembers", action: "imports.run", href: "members/import" },
  { key: "writeAnnouncement", action: "announcements.send", href: "announcements/new" },
  { key: "answerFeedback", action: "feedback.answer", href: "feedback" },
  { key: "inviteTeam", action: "staff.manage", href: "settings/team" },
  { key: "seeBilling", action: "billing.view", href: "billing" },
] as const;

/** What this role can do from here; whoever was granted no community yet learns why there is little. */
export async function NextSteps({ slug, actor }: { slug: string; actor: StaffActor }) {
  const t = await getTranslations("accounts.home");
  const waits =
    reachOf(actor.role, "communities.view") === "granted" && actor.grantedCommunityIds.length === 0;
  if (waits) return <Alert>{t("noGrants")}</Alert>;
  return (
    <SectionCard id="next-steps" title={t("next")}>
      <ul className="flex flex-wrap gap-2.5 max-sm:grid">
        {STEPS.filter(({ action }) => canAsStaff(actor, action).ok).map(({ key, href }) => (
          <li key={key} className="max-sm:grid">
            <LinkButton href={`/t/${slug}/${href}`}>{t(key)}</LinkButton>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
