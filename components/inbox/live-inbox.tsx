"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

import type { Presence } from "@/lib/inbox/presence";
import { useRefreshingStream } from "./use-refreshing-stream";

type Live = { slug: string; viewerId: string; names: Record<string, string>; conversationId?: string };
type Other = { presence: Presence; at: number };

const BESIDE_MS = 25_000;
const TELL_MS = 10_000;

const PresenceContext = createContext<(presence: Presence) => void>(() => undefined);

/** Tells the others what one does in the open conversation. */
export function useTellPresence(): (presence: Presence) => void {
  return useContext(PresenceContext);
}

/**
 * Keeps the inbox in step: the stream says what changed, and the page is read again with what one has typed still in it. Shows
 * who else looks at the open conversation or writes in it; that is kept nowhere, and forgotten when they are silent.
 */
export function LiveInbox({
  slug,
  viewerId,
  names,
  conversationId,
  children,
}: Live & { children: ReactNode }) {
  const t = useTranslations("inbox.presence");
  const [others, setOthers] = useState<Record<string, Other>>({});
  const doing = useRef<Presence>("viewing");

  const beside = useMemo(
    () => ({
      presence: (event: MessageEvent<string>) => {
        const said = JSON.parse(event.data) as {
          conversationId: string;
          staffId: string;
          presence: Presence;
        };
        if (said.conversationId !== conversationId || said.staffId === viewerId) return;
        setOthers((known) => ({ ...known, [said.staffId]: { presence: said.presence, at: Date.now() } }));
      },
    }),
    [viewerId, conversationId],
  );
  const isLive = useRefreshingStream(`/t/${slug}/inbox/events`, beside);

  useEffect(() => {
    if (!conversationId) return;
    const say = (presence: Presence) => tell(slug, conversationId, presence);
    doing.current = "viewing";
    say("viewing");
    const again = setInterval(() => {
      if (document.visibilityState === "visible") say(doing.current);
      setOthers((known) => stillThere(known));
    }, TELL_MS);
    return () => {
      clearInterval(again);
      say("gone");
      setOthers({});
    };
  }, [slug, conversationId]);

  const tellPresence = useMemo(
    () => (presence: Presence) => {
      if (!conversationId || doing.current === presence) return;
      doing.current = presence;
      tell(slug, conversationId, presence);
    },
    [slug, conversationId],
  );
  const shown = Object.entries(others).filter(([, { presence }]) => presence !== "gone");
  return (
    <PresenceContext value={tellPresence}>
      <p role="status" className="min-h-6 text-ink2 text-meta">
        {!isLive && `${t("away")}…`}
        {shown.map(([staffId, { presence }]) => (
          <span key={staffId} className="mr-3 font-semibold text-telha-ink">
            {t(presence === "typing" ? "typing" : "viewing", { name: names[staffId] ?? "?" })}
          </span>
        ))}
      </p>
      {children}
    </PresenceContext>
  );
}

function stillThere(known: Record<string, Other>): Record<string, Other> {
  const since = Date.now() - BESIDE_MS;
  return Object.fromEntries(Object.entries(known).filter(([, { at }]) => at > since));
}

function tell(slug: string, conversationId: string, presence: Presence): void {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ presence });
  // Offline: nobody needs to know.
  fetch(`/t/${slug}/inbox/${conversationId}/presence`, {
    method: "POST",
    headers,
    body,
    keepalive: true,
  }).catch(() => undefined);
}
