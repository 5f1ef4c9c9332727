import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import type { ConversationRow } from "@/lib/inbox/types";
import { shownValue } from "@/lib/members/line-rules";
import type { MemberCard, MemberRoom } from "@/lib/members/types";
import { inboxHref } from "./inbox-href";
import { RevealNumber } from "./reveal-number";

type PersonCardProps = {
  slug: string;
  conversationId: string;
  member: MemberCard;
  rooms: readonly MemberRoom[];
  others: readonly ConversationRow[];
  mayReveal: boolean;
};

/** The person beside their conversation, with what the reader may see of them (P7, P8). */
export async function PersonCard({
  slug,
  conversationId,
  member,
  rooms,
  others,
  mayReveal,
}: PersonCardProps) {
  const t = await getTranslations("inbox");
  const photo = member.photoFileId ? `/files/${slug}/${member.photoFileId}?size=96` : null;
  return (
    <section aria-labelledby="person" className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <Avatar name={member.name} src={photo} size="lg" />
        <div className="grid min-w-0">
          <h2 id="person" className="break-words text-h3">
            {member.name}
          </h2>
          <Link href={`/t/${slug}/members/${member.id}`} className="link text-meta">
            {t("person.open")}
          </Link>
        </div>
      </div>
      <Part title={t("person.contacts")}>
        {member.identifiers.length === 0 && <p className="text-ink2">{t("person.noContacts")}</p>}
        <ul className="grid gap-1">
          {member.identifiers.map((each) => (
            <li key={`${each.kind}${each.value}`} className="break-all tabular-nums">
              {shownValue(each)}
            </li>
          ))}
        </ul>
        {mayReveal && member.identifiers.some(({ masked }) => masked) && (
          <RevealNumber slug={slug} conversationId={conversationId} />
        )}
      </Part>
      {member.tags.length > 0 && (
        <Part title={t("person.tags")}>
          <p className="flex flex-wrap gap-1.5">
            {member.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </p>
        </Part>
      )}
      {rooms.length > 0 && (
        <Part title={t("person.rooms")}>
          <ul className="grid gap-1">
            {rooms.map(({ id, name, groups }) => (
              <li key={id} className="break-words">
                {name}
                {groups.length > 0 && (
                  <span className="block text-ink2 text-meta">
                    {groups.map((group) => group.name).join(" · ")}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t("person.others")}>
          <ul className="grid gap-1">
            {others.map((other) => (
              <li key={other.id}>
                <Link href={inboxHref(slug, { view: "open" }, other.id)} className="link">
                  {t(`channels.${other.channel}`)}
                </Link>{" "}
                <span className="text-ink2 text-meta">{other.lastWords.slice(0, 60)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <h3 className="text-ink2 text-meta">{title}</h3>
      {children}
    </div>
  );
}
