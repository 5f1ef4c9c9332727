"use client";
import { useState } from "react";
import type { AttachedMedia } from "@/lib/media/types";
import { MediaField } from "./media-field";
import { itemsOf } from "./media-item";

type OwnMediaFieldProps = { uploadPath: string; mediaPath: string; start: readonly AttachedMedia[] | null };

/** The field where nothing else on the page looks at what is in it. */
export function OwnMediaField({ start, ...paths }: OwnMediaFieldProps) {
  const [items, setItems] = useState(() => itemsOf(start));
  return <MediaField {...paths} items={items} onItems={setItems} />;
}
