import { getTranslations } from "next-intl/server";
import { pictureOf } from "@/components/communities/picture";
import { Alert } from "@/components/ui/alert";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Sign } from "@/components/ui/sign";
import { eyeSign, peopleSign } from "@/components/ui/signs";
import type { Door } from "@/lib/groups/door-rules";
import type { Invitation } from "@/lib/invites/types";

/** The name in the heading, beside its picture. */
export function JoinHead({
  invitation,
  srcOf,
}: {
  invitation: Invitation;
  srcOf: (fileId: string) => string;
}) {
  const { community, group } = invitation;
  return (
    <span className="flex items-center gap-4">
      <CommunityIcon picture={pictureOf(group?.icon ?? community.icon, srcOf)} size="lg" />
      <span className="grid min-w-0">
        {group && (
          <span className="break-words font-sans font-medium text-control text-ink2">{community.name}</span>
        )}
        <span className="break-words">{group?.name ?? community.name}</span>
      </span>
    </span>
  );
}

/** Who invites, to what, with how many, and who will see what: all of it before any data is given. */
export async function JoinFacts({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations("invites.join");
  const { community, group, tenant } = invitation;
  const description = group?.description || community.description;
  return (
    <div className="grid gap-3">
      <p className="text-ink2">{t("invitedBy", { tenant: tenant.name })}</p>
      {description && <p className="whitespace-pre-line break-words">{description}</p>}
      <ul className="grid gap-2 rounded-card bg-sunken p-3.5 text-control">
        <li className="flex items-start gap-2.5">
          <Sign of={peopleSign} className="mt-0.5 shrink-0 text-ink2" />
          {community.memberCount === "<5" ? t("fewMembers") : t("members", { count: community.memberCount })}
        </li>
        <li className="flex items-start gap-2.5">
          <Sign of={eyeSign} className="mt-0.5 shrink-0 text-ink2" />
          {t(group ? "privacyGroup" : "privacyCommunity")}
        </li>
      </ul>
      {group && <DoorNote name={group.name} door={group.door} />}
    </div>
  );
}

/** The link of a full room leads on to its sibling, or into the queue: said before anybody types (L10, L11). */
async function DoorNote({ name, door }: { name: string; door: Door }) {
  const t = await getTranslations("invites.join");
  if (door.kind === "queue") return <Alert tone="warning">{t("queueNote", { name })}</Alert>;
  if (door.kind === "full" || door.sibling === null) return null;
  return <Alert tone="info">{t("siblingNote", { name, sibling: door.sibling })}</Alert>;
}
