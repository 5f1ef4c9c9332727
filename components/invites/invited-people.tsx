import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { InvitedPerson, InviteOutcome } from "@/lib/invites/types";
import type { Page } from "@/lib/platform/http/cursor";

type InvitedPeopleProps = {
  back: string;
  here: string;
  place: string;
  outcome: InviteOutcome;
  people: Page<InvitedPerson>;
  zone: string;
};

/** What came of one link: the numbers, and who of those who came by it is still there. */
export async function InvitedPeople({ back, here, place, outcome, people, zone }: InvitedPeopleProps) {
  const [t, format] = await Promise.all([getTranslations("invites.outcome"), getFormatter()]);
  const numbers = [
    { label: t("uses"), value: outcome.useCount },
    { label: t("stillIn"), value: outcome.stillIn },
    { label: t("pending"), value: outcome.pending },
    { label: t("queued"), value: outcome.queued },
  ];
  const rows = people.data.map(({ memberId, name, joinedAt }) => ({
    key: memberId,
    cells: {
      name: (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name} size="sm" />
          <span className="min-w-0 break-words font-medium">{name}</span>
        </span>
      ),
      joined: <Time at={joinedAt} zone={zone} />,
    },
  }));
  return (
    <section aria-labelledby="outcome-title" className="grid gap-4">
      <Link href={back} className="link w-fit text-meta">
        {t("back")}
      </Link>
      <h2 id="outcome-title" className="text-h3">
        {t("heading", { place })}
      </h2>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {numbers.map(({ label, value }) => (
          <Card key={label} className="grid gap-0.5">
            <dt className="text-ink2 text-meta">{label}</dt>
            <dd className="font-display font-semibold text-lead tabular-nums">{format.number(value)}</dd>
          </Card>
        ))}
      </dl>
      <Table
        caption={t("people")}
        columns={[
          { key: "name", header: t("name"), phone: "title" },
          { key: "joined", header: t("joined") },
        ]}
        rows={rows}
        empty={t("empty")}
      />
      <Pagination nextHref={people.nextCursor ? `${here}?cursor=${people.nextCursor}` : undefined} />
    </section>
  );
}
