import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { RelayDesk } from "@/components/relay/relay-desk";
import {
  assignInPortalAction,
  postInPortalAction,
  remindInPortalAction,
  unpostInPortalAction,
} from "@/lib/relay/actions";
import { listPostersOf } from "@/lib/relay/queries/list-posters";
import { listTasks } from "@/lib/relay/queries/list-tasks";
import { loadPortal } from "../load-portal";
import { orNotFound } from "../or-not-found";

type RelayPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

const PAGE_SIZE = 30;
const SHOWN_DONE = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("relay"))("title") };
}

/** What an admin is to post by hand today, theirs first (A21). */
export default async function RelayPage({ params, searchParams }: RelayPageProps) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const here = `/m/${slug}/relay`;
  const [t, todo, done] = await Promise.all([
    getTranslations("relay"),
    listTasks(ctx, { state: "todo", whose: "all", limit: PAGE_SIZE, cursor }),
    listTasks(ctx, { state: "done", whose: "all", limit: SHOWN_DONE }),
  ]).catch(orNotFound);
  return (
    <PortalShell
      tenant={tenant}
      title={t("title")}
      subtitle={t("description")}
      lead={<BackLink href={`/m/${slug}/groups`} label={t("back")} />}
      badges={badges}
    >
      <RelayDesk
        here={here}
        isFirstPage={cursor === undefined}
        todo={todo}
        done={done}
        posters={await listPostersOf(ctx, todo.data)}
        zone={tenant.timezone}
        mediaPath={`/media/${slug}`}
        actions={{
          post: postInPortalAction.bind(null, slug),
          unpost: unpostInPortalAction.bind(null, slug),
          assign: assignInPortalAction.bind(null, slug),
          remind: remindInPortalAction.bind(null, slug),
        }}
      />
    </PortalShell>
  );
}
