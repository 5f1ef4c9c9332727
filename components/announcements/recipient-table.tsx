import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import { isSendingChannel } from "@/lib/delivery/channel-rules";
import type { ReasonCount, Recipient } from "@/lib/delivery/recipient-types";

type RecipientTableProps = {
  slug: string;
  recipients: readonly Recipient[];
  reasons: readonly ReasonCount[];
  addressOf: (reason: ReasonCount) => string;
};

/** Who it was for and how it went for each; above it the reasons why it did not reach some. */
export async function RecipientTable({ slug, recipients, reasons, addressOf }: RecipientTableProps) {
  const t = await getTranslations("announcements");
  return (
    <>
      {reasons.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-body" aria-label={t("recipients.reasons")}>
          {reasons.map((each) => (
            <li key={`${each.status} ${each.reason}`}>
              <Link href={addressOf(each)} className="link">
                {t(`live.counts.${each.status as "failed"}`)}
                {each.reason && `: ${t("recipients.reason", { reason: each.reason })}`}
              </Link>{" "}
              <span className="text-ink2 tabular-nums">{t("live.number", { count: each.count })}</span>
            </li>
          ))}
        </ul>
      )}
      <Table
        caption={t("recipients.title")}
        empty={t("recipients.empty")}
        columns={[
          { key: "name", header: t("recipients.name"), phone: "title" },
          { key: "channel", header: t("recipients.channel") },
          { key: "status", header: t("list.status") },
          { key: "reason", header: t("recipients.why"), phone: "line" },
        ]}
        rows={recipients.map(({ memberId, name, channel, status, reason }) => ({
          key: memberId,
          cells: {
            name: (
              <Link href={`/t/${slug}/members/${memberId}`} className="link break-words">
                {name}
              </Link>
            ),
            channel: isSendingChannel(channel) ? t(`compose.channelNames.${channel}`) : channel,
            status: t(`live.counts.${status}`),
            reason: reason && t("recipients.reason", { reason }),
          },
        }))}
      />
    </>
  );
}
