"use client";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { useRoomTexts } from "./room-texts";

/** The way to what was said first since one has read, where it is not on this page. */
export function ToUnread({ id }: { id: string | null }) {
  const t = useRoomTexts();
  if (id === null) return null;
  return (
    <a href={`?at=${id}#m-${id}`} className="link justify-self-center py-2">
      {t("toUnread")}
    </a>
  );
}

/** In the middle of a room's history: on towards its end, or there at once. */
export function ToNewer({ cursor, load }: { cursor: string | null; load: () => Promise<void> }) {
  const t = useRoomTexts();
  if (cursor === null) return null;
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {/* Offline: the button stays. */}
      <Button variant="quiet" onClick={() => void load().catch(() => undefined)}>
        {t("newer")}
      </Button>
      <a href="?" className={buttonStyle("primary", "md")}>
        {t("toEnd")}
      </a>
    </div>
  );
}
