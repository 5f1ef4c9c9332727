"use client";
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { tabList, tabStyle } from "./tab-style";

type Tab = { value: string; label: ReactNode; content: ReactNode };

/** Parts of one page, one at a time. Where the choice belongs in the address, use TabNav. */
export function Tabs({
  label,
  tabs,
  defaultValue,
}: {
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string;
}) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value ?? ""} className="grid min-w-0 gap-4">
      <Radix.List aria-label={label} className={tabList}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabStyle}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="rounded-chip">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
