import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Membership } from "@/lib/memberships/types";
import { type PersonActions, PersonMenu } from "./person-menu";

type PeopleTableProps = {
  /** Null: this viewer only looks. */
  actions: PersonActions | null;
  place: { communityId: string; groupId?: string };
  people: readonly Membership[];
  /** The numbers of those of whom the viewer may see them, as a column (R3, R4). */
  phones?: ReadonlyMap<string, string>;
  zone: string;
};

/** Who is in a community or a room, with what can be done about each. */
export async function PeopleTable({ actions: about, place, people, phones, zone }: PeopleTableProps) {
  const t = await getTranslations("communities.members");
  const rows = people.map((person) => {
    const isAdmin = person.role === "admin";
    return {
      key: person.memberId,
      cells: {
        name: (
          <span className="flex min-w-0 items-center gap-3">
            <Avatar name={person.name} size="sm" />
            <span className="min-w-0 break-words font-medium">{person.name}</span>
          </span>
        ),
        role: isAdmin ? (
          <Badge tone="primary">{t("admin")}</Badge>
        ) : (
          <span className="text-ink2">{t("member")}</span>
        ),
        phone: phones?.get(person.memberId) ?? "—",
        joined: <Time at={person.joinedAt} zone={zone} kind="date" />,
        actions: about && <PersonMenu actions={about} place={place} person={person} />,
      },
    };
  });
  const columns = [
    { key: "name", header: t("name"), phone: "title" as const },
    { key: "role", header: t("role"), phone: "line" as const },
    ...(phones ? [{ key: "phone", header: t("phone") }] : []),
    { key: "joined", header: t("joined") },
    ...(about
      ? [{ key: "actions", header: t("actions"), align: "end" as const, phone: "line" as const }]
      : []),
  ];
  return <Table caption={t("title")} columns={columns} rows={rows} empty={t("empty")} />;
}
