"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { Assignee, Label } from "@/lib/inbox/types";
import { BulkBar } from "./bulk-bar";

/** A conversation in the list, in words. */
export type RowView = {
  id: string;
  href: string;
  name: string;
  photo: string | null;
  words: string;
  when: string;
  channel: string;
  owner: string | null;
  labels: string[];
  task: string | null;
  waits: "waiting" | "overdue" | null;
};

type InboxRowsProps = {
  slug: string;
  rows: readonly RowView[];
  labels: readonly Label[];
  assignees: readonly Assignee[];
  currentId?: string;
};

export function InboxRows({ slug, rows, labels, assignees, currentId }: InboxRowsProps) {
  const t = useTranslations("inbox");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.map(({ id }) => id).filter((id) => ticked.has(id));
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar
          slug={slug}
          ids={chosen}
          labels={labels}
          assignees={assignees}
          onDone={() => setTicked(new Set())}
        />
      )}
      <ul
        aria-label={t("list.label")}
        className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
      >
        {rows.map((row) => (
          <li
            key={row.id}
            className={cx("flex items-start gap-1 pl-2", row.id === currentId && "bg-porta-soft")}
            data-inbox-row={row.id}
          >
            <label className="grid size-11 shrink-0 cursor-pointer place-items-center">
              <input
                type="checkbox"
                className="size-4.5 accent-porta"
                aria-label={t("bulk.select", { name: row.name })}
                checked={ticked.has(row.id)}
                onChange={(event) => tick(row.id, event.currentTarget.checked)}
              />
            </label>
            <Row row={row} isCurrent={row.id === currentId} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ row, isCurrent }: { row: RowView; isCurrent: boolean }) {
  const t = useTranslations("inbox.list");
  return (
    <Link
      href={row.href}
      aria-current={isCurrent ? "true" : undefined}
      className="grid min-w-0 grow grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 py-2.5 pr-3 text-ink no-underline hover:bg-sunken"
    >
      <Avatar name={row.name} src={row.photo} />
      <span className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-semibold">{row.name}</span>
          <span className="shrink-0 text-caption text-ink2">{row.when}</span>
        </span>
        <span className="line-clamp-2 break-words text-ink2 text-meta">{row.task ?? row.words}</span>
        <span className="flex flex-wrap items-center gap-1 pt-0.5">
          {row.waits && (
            <Badge
              tone={row.waits === "overdue" ? "danger" : "warning"}
              shape={row.waits === "overdue" ? "full" : "half"}
            >
              {t(row.waits)}
            </Badge>
          )}
          <Badge>{row.channel}</Badge>
          {row.labels.map((label) => (
            <Badge key={label} tone="info">
              {label}
            </Badge>
          ))}
          {row.owner && <span className="text-caption text-ink2">{row.owner}</span>}
        </span>
      </span>
    </Link>
  );
}
