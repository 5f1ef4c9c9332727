import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Table } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { MemberLine } from "@/lib/members/list-rules";

export type MemberTableTexts = Record<
  "caption" | "name" | "contact" | "tags" | "noContact" | "tick" | "tickPage",
  string
>;
/** For those who may act on people: who is ticked. */
export type Ticking = {
  isTicked: (id: string) => boolean;
  tick: (ids: readonly string[], isTicked: boolean) => void;
};

const SHOWN_TAGS = 3;

/** People as rows; on phones a name with what else fits into a second line. */
export function MemberTable({
  slug,
  lines,
  texts,
  ticking,
}: {
  slug: string;
  lines: readonly MemberLine[];
  texts: MemberTableTexts;
  ticking: Ticking | null;
}) {
  return (
    <>
      {ticking && (
        <Checkbox
          className="mb-1 w-fit px-4"
          label={texts.tickPage.replace("{count}", String(lines.length))}
          checked={lines.every(({ id }) => ticking.isTicked(id))}
          onChange={(event) =>
            ticking.tick(
              lines.map(({ id }) => id),
              event.target.checked,
            )
          }
        />
      )}
      <Table
        caption={texts.caption}
        columns={[
          { key: "name", header: texts.name, phone: "title" },
          { key: "contact", header: texts.contact, phone: "line" },
          { key: "tags", header: texts.tags, phone: "line" },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: {
            name: (
              <span className="flex min-w-0 items-center">
                {ticking && (
                  <Checkbox
                    label={<VisuallyHidden>{`${texts.tick} ${line.name}`}</VisuallyHidden>}
                    checked={ticking.isTicked(line.id)}
                    onChange={(event) => ticking.tick([line.id], event.target.checked)}
                  />
                )}
                <Name slug={slug} line={line} />
              </span>
            ),
            contact: <Contact line={line} none={texts.noContact} />,
            tags: <Tags tags={line.tags} />,
          },
        }))}
      />
    </>
  );
}

function Name({ slug, line }: { slug: string; line: MemberLine }) {
  const src = line.photoFileId ? `/files/${slug}/${line.photoFileId}?size=96` : null;
  return (
    <Link
      href={`/t/${slug}/members/${line.id}`}
      className="flex min-h-9 min-w-0 items-center gap-3 font-medium text-ink hover:underline"
      prefetch={false}
    >
      <Avatar name={line.name} src={src} />
      <span className="min-w-0 break-words">{line.name}</span>
    </Link>
  );
}

function Contact({ line, none }: { line: MemberLine; none: string }) {
  if (line.contact === null) return <span className="text-ink2 text-meta max-sm:pl-12">{none}</span>;
  return (
    <span className="break-all tabular-nums max-sm:pl-12 max-sm:text-ink2 max-sm:text-meta">
      {line.contact}
      {line.more > 0 && <span className="ml-2 text-ink2 text-meta">+{line.more}</span>}
    </span>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1.5 max-sm:pl-12">
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {tags.length > SHOWN_TAGS && <Badge>+{tags.length - SHOWN_TAGS}</Badge>}
    </span>
  );
}
