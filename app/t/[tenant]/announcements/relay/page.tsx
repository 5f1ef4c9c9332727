import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RelayDesk } from "@/components/relay/relay-desk";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { assignAction, postAction, remindAction, unpostAction } from "@/lib/relay/actions";
import { listPostersOf } from "@/lib/relay/queries/list-posters";
import { listTasks } from "@/lib/relay/queries/list-tasks";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type RelayPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

const PAGE_SIZE = 30;
const SHOWN_DONE = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relay"))("title") };
}

/** What is to be posted by hand in all groups within the reader's reach, whichever announcement it is of (A21). */
export default async function StaffRelayPage({ params, searchParams }: RelayPageProps) {
  const [{ tenant: slug }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canAsStaff(ctx.actor, "relay.post").ok) notFound();
  const [t, todo, done, zone] = await Promise.all([
    getTranslations("relay"),
    pageOr404(listTasks(ctx, { state: "todo", whose: "all", limit: PAGE_SIZE, cursor })),
    listTasks(ctx, { state: "done", whose: "all", limit: SHOWN_DONE }),
    findTimezone(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <Link className="link w-fit" href={`/t/${slug}/announcements`}>
            {t("announcements")}
          </Link>
        }
      />
      <div className="grid max-w-3xl gap-5">
        <RelayDesk
          here={`/t/${slug}/announcements/relay`}
          isFirstPage={cursor === undefined}
          todo={todo}
          done={done}
          posters={await listPostersOf(ctx, todo.data)}
          zone={zone}
          mediaPath={`/media/${slug}`}
          actions={{
            post: postAction.bind(null, slug),
            unpost: unpostAction.bind(null, slug),
            assign: assignAction.bind(null, slug),
            remind: remindAction.bind(null, slug),
          }}
        />
      </div>
    </>
  );
}
