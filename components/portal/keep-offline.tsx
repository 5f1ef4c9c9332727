"use client";
import { WifiOff } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import "./install-prompt";

/** Keeps the last announcements readable without connection (public/sw.js), and says when there is none. */
export function KeepOffline({ note }: { note: string }) {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine && !document.documentElement.hasAttribute("data-kept"),
    () => true,
  );
  useEffect(() => {
    // A browser that keeps nothing (a private window) reads as before, with connection.
    if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return (
    <div role="status">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-sunken px-4 py-2 text-center text-control">
          <Icon of={WifiOff} size={20} className="shrink-0" />
          {note}
        </p>
      )}
    </div>
  );
}

function listen(told: () => void): () => void {
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  return () => {
    window.removeEventListener("online", told);
    window.removeEventListener("offline", told);
  };
}
