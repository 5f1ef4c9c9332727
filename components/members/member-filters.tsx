"use client";
import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ListQuery } from "@/lib/members/list-rules";

export type PlaceChoice = { id: string; name: string; groups: { id: string; name: string }[] };
export type SegmentChoice = { id: string; name: string };
export type FilterTexts = Record<
  | "search"
  | "searchHint"
  | "community"
  | "allCommunities"
  | "group"
  | "allGroups"
  | "tag"
  | "segment"
  | "allSegments"
  | "apply"
  | "clear",
  string
>;

type MemberFiltersProps = {
  query: ListQuery;
  places: readonly PlaceChoice[];
  segments: readonly SegmentChoice[];
  texts: FilterTexts;
  onChange: (query: ListQuery) => void;
};

/** Search and filters. Without script it is a plain form whose answer is the page with the filters in its address. */
export function MemberFilters({ query, places, segments, texts, onChange }: MemberFiltersProps) {
  const groups = places.find(({ id }) => id === query.communityId)?.groups ?? [];
  const change = (part: Partial<ListQuery>) => onChange({ ...query, ...part });
  return (
    <search>
      <form className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[minmax(0,2fr)_1fr_1fr_1fr]" method="get">
        <Field id="member-search" label={texts.search} className="max-lg:col-span-2">
          <span className="relative block">
            <Icon
              of={Search}
              size={16}
              className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink2"
            />
            <TextInput
              id="member-search"
              name="q"
              type="search"
              className="pl-9"
              placeholder={texts.searchHint}
              autoComplete="off"
              value={query.q}
              onChange={(event) => change({ q: event.target.value })}
            />
          </span>
        </Field>
        <Field id="member-community" label={texts.community}>
          <Select
            id="member-community"
            name="communityId"
            placeholder={texts.allCommunities}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            value={query.communityId}
            onChange={(event) => change({ communityId: event.target.value, groupId: "" })}
          />
        </Field>
        <Field id="member-group" label={texts.group}>
          <Select
            id="member-group"
            name="groupId"
            placeholder={texts.allGroups}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={query.groupId}
            disabled={groups.length === 0}
            onChange={(event) => change({ groupId: event.target.value })}
          />
        </Field>
        <Field id="member-tag" label={texts.tag} className="max-lg:col-span-2">
          <TextInput
            id="member-tag"
            name="tag"
            autoComplete="off"
            value={query.tag}
            onChange={(event) => change({ tag: event.target.value })}
          />
        </Field>
        {segments.length > 0 && (
          <Field id="member-segment" label={texts.segment} className="max-lg:col-span-2 lg:col-start-1">
            <Select
              id="member-segment"
              name="segmentId"
              placeholder={texts.allSegments}
              options={segments.map(({ id, name }) => ({ value: id, label: name }))}
              value={query.segmentId}
              onChange={(event) => change({ segmentId: event.target.value })}
            />
          </Field>
        )}
        <noscript>
          <Button type="submit" className="self-end">
            {texts.apply}
          </Button>
        </noscript>
      </form>
    </search>
  );
}
