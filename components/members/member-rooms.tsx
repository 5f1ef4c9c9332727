import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import type { MemberRoom } from "@/lib/members/types";

/** Where a person is, with their roles. */
export async function MemberRooms({ slug, rooms }: { slug: string; rooms: readonly MemberRoom[] }) {
  const t = await getTranslations("members.card");
  const role = (name: "admin" | "member") => name === "admin" && <Badge tone="brand">{t("admin")}</Badge>;
  return (
    <SectionCard id="rooms" title={t("rooms")}>
      {rooms.length === 0 && <p className="text-ink2">{t("noRooms")}</p>}
      <ul className="grid gap-4">
        {rooms.map((community) => (
          <li key={community.id} className="grid gap-1.5">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              <a className="link" href={`/t/${slug}/communities/${community.id}`}>
                {community.name}
              </a>
              {role(community.role)}
            </span>
            <ul className="grid gap-1 pl-4 text-ink2">
              {community.groups.map((group) => (
                <li key={group.id} className="flex flex-wrap items-center gap-2">
                  {group.name}
                  {role(group.role)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
