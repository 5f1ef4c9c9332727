import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { InboxKeys } from "./inbox-keys";
import { InboxList, type InboxListProps } from "./inbox-list";
import { LiveInbox } from "./live-inbox";
import { ViewTabs } from "./view-tabs";

type InboxFrameProps = {
  list: InboxListProps;
  mayManage: boolean;
  viewerId: string;
  staffNames: Record<string, string>;
  conversationId?: string;
  children: ReactNode;
};

/** Three panes side by side; on a phone one at a time: the list, or the conversation with its person below. */
export async function InboxFrame({
  list,
  mayManage,
  viewerId,
  staffNames,
  conversationId,
  children,
}: InboxFrameProps) {
  const [t, messages] = await Promise.all([getTranslations("inbox"), getMessages()]);
  const live = {
    slug: list.slug,
    viewerId,
    names: staffNames,
    ...(conversationId ? { conversationId } : {}),
  };
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["inbox"])}>
      <div
        className={cx(
          "mb-4 flex flex-wrap items-center justify-between gap-3",
          conversationId && "max-lg:hidden",
        )}
      >
        {conversationId ? <p className="font-display text-h2">{t("title")}</p> : <h1>{t("title")}</h1>}
        <InboxKeys />
      </div>
      <LiveInbox {...live}>
        <div className={cx("mb-3", conversationId && "max-lg:hidden")}>
          <ViewTabs
            slug={list.slug}
            chosen={list.chosen}
            counts={list.counts}
            labels={list.labels}
            mayManage={mayManage}
          />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(15rem,20rem)_minmax(0,1fr)]">
          <div
            className={cx("grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3", conversationId && "max-lg:hidden")}
          >
            <InboxList {...list} {...(conversationId ? { conversationId } : {})} />
          </div>
          <div className={cx("min-w-0", !conversationId && "max-lg:hidden")}>{children}</div>
        </div>
      </LiveInbox>
    </NextIntlClientProvider>
  );
}
