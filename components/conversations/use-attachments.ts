"use client";
import { useState } from "react";
import { sendFile } from "@/components/media/send-file";
import { MOST_MEDIA } from "@/lib/media/rules";
import type { AttachedMedia, Media } from "@/lib/media/types";
import { MAX_MEDIA_BYTES, mediaKindOf } from "@/lib/platform/files/media-rules";
import { useRoomTexts } from "./room-texts";

/** Something on its way into a message. */
export type Attachment = {
  key: string;
  name: string;
  /** What it looks like, in this browser. */
  localUrl: string | null;
  isPicture: boolean;
  media: Media | null;
  alt: string;
  /** From 0 to 1; null once it arrived or failed. */
  progress: number | null;
  problem: string | null;
};

const MEBIBYTE = 1024 * 1024;

/** What goes with the words that one is writing: sent at once when it is chosen, posted with the message. */
export function useAttachments(base: string) {
  const t = useRoomTexts();
  const [items, setItems] = useState<readonly Attachment[]>([]);
  const [said, setSaid] = useState("");

  const change = (key: string, part: Partial<Attachment>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));

  function take(files: readonly File[]) {
    const room = MOST_MEDIA - items.length;
    const tooLarge = files.find((file) => file.size > mostBytesOf(file));
    if (tooLarge)
      return setSaid(
        t("attachTooLarge", { name: tooLarge.name, megabytes: mostBytesOf(tooLarge) / MEBIBYTE }),
      );
    setSaid(files.length > room ? t("attachTooMany", { most: MOST_MEDIA }) : "");
    const taken = files.slice(0, room).map((file) => ({ file, item: attachmentOf(file) }));
    setItems((all) => [...all, ...taken.map(({ item }) => item)]);
    for (const { file, item } of taken)
      sendFile(`${base}/media`, file, {
        onProgress: (progress) => change(item.key, { progress }),
        onDone: (media) => change(item.key, { media, progress: null }),
        onError: (detail) => change(item.key, { progress: null, problem: detail ?? t("attachFailed") }),
      });
  }

  function remove({ key, localUrl }: Attachment) {
    if (localUrl) URL.revokeObjectURL(localUrl);
    setItems((all) => all.filter((item) => item.key !== key));
    setSaid("");
  }

  /** What has arrived; empty afterwards. */
  function collect(): AttachedMedia[] {
    const arrived = items.flatMap(({ media, alt }) =>
      media ? [{ ...media, alt: alt.trim(), decorative: false }] : [],
    );
    for (const { localUrl } of items) if (localUrl) URL.revokeObjectURL(localUrl);
    setItems([]);
    return arrived;
  }

  // What failed waits to be removed: nothing is left out unseen.
  const isPending = items.some(({ media }) => media === null);
  const describe = (key: string, alt: string) => change(key, { alt });
  return { items, said, isPending, take, remove, describe, collect };
}

/** By what the browser takes it for; the server looks at the bytes. */
function mostBytesOf(file: File): number {
  return MAX_MEDIA_BYTES[mediaKindOf(file.type) ?? "document"];
}

function attachmentOf(file: File): Attachment {
  const isPicture = mediaKindOf(file.type) === "image";
  return {
    key: crypto.randomUUID(),
    name: file.name,
    localUrl: isPicture ? URL.createObjectURL(file) : null,
    isPicture,
    media: null,
    alt: "",
    progress: 0,
    problem: null,
  };
}
