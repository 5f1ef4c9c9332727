"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const LOOK_AGAIN_MS = 15_000;

/** Opens a room at its end, and looks for new messages while it is being looked at. */
export function ScrollToNewest({ newestId }: { newestId: string }) {
  const router = useRouter();
  useEffect(() => {
    if (newestId) window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [newestId]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
