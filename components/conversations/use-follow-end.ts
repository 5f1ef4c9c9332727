"use client";
import { useEffect, useRef, useState } from "react";

const NEAR_PX = 160;

/**
 * Opens a room at its end and stays there as it grows; who has scrolled up stays where they read, and is told how many have come.
 */
export function useFollowEnd(end: React.RefObject<HTMLElement | null>, count: number, newestId: string) {
  const [fresh, setFresh] = useState(0);
  const seen = useRef({ count: 0, newestId: "", isNear: true });

  // Outside: the window's scroll.
  useEffect(() => {
    const look = () => {
      const { scrollHeight } = document.documentElement;
      seen.current.isNear = scrollHeight - window.scrollY - window.innerHeight < NEAR_PX;
      if (seen.current.isNear) setFresh(0);
    };
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);

  useEffect(() => {
    const before = seen.current;
    const isFirst = before.count === 0;
    const hasGrown = count > before.count && (newestId !== before.newestId || isFirst);
    seen.current = { ...before, count, newestId };
    if (isFirst && scrollToNamed()) seen.current.isNear = false;
    else if (isFirst || before.isNear) scrollToEnd(end.current);
    else if (hasGrown) setFresh((known) => known + count - before.count);
  }, [count, newestId, end]);

  const goToEnd = () => scrollToEnd(end.current);
  return { fresh, goToEnd };
}

/** To the message that the address names, where it is here. */
function scrollToNamed(): boolean {
  const named = document.getElementById(window.location.hash.slice(1));
  named?.scrollIntoView({ block: "center", behavior: "instant" });
  return named !== null;
}

function scrollToEnd(end: HTMLElement | null): void {
  if (end) window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
}
