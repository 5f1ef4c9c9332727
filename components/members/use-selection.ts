"use client";
import { useState } from "react";

/** Who is ticked in the list: some rows, or all that its filter finds. Another filter begins anew. */
export type PeopleSelection = { ids: ReadonlySet<string>; isAll: boolean };

const NOBODY: PeopleSelection = { ids: new Set(), isAll: false };

export function useSelection(query: string) {
  const [kept, setKept] = useState({ query, selection: NOBODY });
  const selection = kept.query === query ? kept.selection : NOBODY;
  const select = (next: PeopleSelection) => setKept({ query, selection: next });
  const withEach = (ids: readonly string[], isTicked: boolean) => {
    const next = new Set(selection.ids);
    for (const id of ids) isTicked ? next.add(id) : next.delete(id);
    select({ ids: next, isAll: false });
  };
  return {
    selection,
    isTicked: (id: string) => selection.isAll || selection.ids.has(id),
    tick: withEach,
    tickAll: () => select({ ids: new Set(), isAll: true }),
    clear: () => select(NOBODY),
  };
}
