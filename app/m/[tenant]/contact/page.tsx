import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { ContactForm } from "@/components/portal/contact-form";
import { ContactLive } from "@/components/portal/contact-live";
import { ContactLog } from "@/components/portal/contact-log";
import { MarkSeen } from "@/components/portal/mark-seen";
import { getFeedItem } from "@/lib/announcements/queries/list-feed";
import { getOwnConversation } from "@/lib/inbox/queries/get-own-conversation";
import { isId } from "@/lib/shared/ids";
import { loadPortal } from "../load-portal";
import { orNotFound } from "../or-not-found";

type ContactPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ about?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("contact.title") };
}

/** A member and the house, in private (C2). */
export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const [{ tenant: slug }, { about }] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug);
  const aboutId = typeof about === "string" && isId(about) ? about : null;
  const [t, entries, item] = await Promise.all([
    getTranslations("portal.contact"),
    getOwnConversation(ctx),
    aboutId ? getFeedItem(ctx, aboutId).catch(orNotFound) : null,
  ]);
  const last = entries.at(-1)?.id ?? "";
  return (
    <PortalShell
      tenant={tenant}
      title={t("title")}
      subtitle={tenant.name}
      lead={<BackLink href={aboutId ? `/m/${slug}` : `/m/${slug}/me`} label={t("back")} />}
      badges={badges}
    >
      <p className="text-ink2">{t("intro", { tenant: tenant.name })}</p>
      <ContactLog entries={entries} tenantName={tenant.name} zone={tenant.timezone} />
      {tenant.look === null && (
        <>
          <ContactForm slug={slug} about={item && { id: item.occurrenceId, words: item.body }} />
          <MarkSeen key={last} slug={slug} seen={{ inbox: true }} />
          <ContactLive slug={slug} />
        </>
      )}
    </PortalShell>
  );
}
