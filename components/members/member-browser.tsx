import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ListQuery } from "@/lib/members/list-rules";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import type { PlaceChoice } from "./member-filters";
import { MemberList, type MemberPage } from "./member-list";

type MemberBrowserProps = {
  slug: string;
  places: PlaceChoice[];
  segments: { id: string; name: string }[];
  query: ListQuery;
  first: MemberPage;
  isFirstPage: boolean;
  manages: boolean;
  /** The tags to offer for acts on many people. */
  tags: readonly string[];
};

/** The list with its search and filters: complete from the server, live once the page has script. */
export async function MemberBrowser({ manages, tags, ...rest }: MemberBrowserProps) {
  const [t, messages, locale] = await Promise.all([getTranslations("members"), getMessages(), getLocale()]);
  const bulk = manages ? { tags, texts: { locale, messages: pickMessages(messages, ["bulkActs"]) } } : null;
  const filters = {
    search: t("filters.search"),
    searchHint: t(manages ? "filters.searchHint" : "filters.searchHintMasked"),
    community: t("filters.community"),
    allCommunities: t("filters.allCommunities"),
    group: t("filters.group"),
    allGroups: t("filters.allGroups"),
    tag: t("filters.tag"),
    segment: t("filters.segment"),
    allSegments: t("filters.allSegments"),
    apply: t("filters.apply"),
    clear: t("filters.clear"),
  };
  const list = {
    caption: t("list.caption"),
    name: t("list.name"),
    contact: t("list.contact"),
    tags: t("list.tags"),
    noContact: t("list.noContact"),
    tick: t("list.tick"),
    tickPage: t.raw("list.tickPage") as string,
    more: t("list.more"),
    failed: t("list.failed"),
    loading: t("list.loading"),
    emptyTitle: t(manages ? "empty.title" : "empty.titleMasked"),
    emptyBody: t(manages ? "empty.body" : "empty.bodyMasked"),
    noHits: t("empty.noHits"),
    noHitsBody: t("empty.noHitsBody"),
    shown: t.raw("list.shown") as string,
  };
  return <MemberList {...rest} texts={{ filters, list }} bulk={bulk} />;
}
