"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const GATHER_MS = 250;

/**
 * Reads the page again whenever a stream says `conversation`, once for what comes together, and when the stream was away meanwhile.
 * `alsoHear`: what else is heard of it, by name; it has to stay the same between drawings.
 * @returns whether the stream is there
 */
export function useRefreshingStream(
  address: string,
  alsoHear: Readonly<Record<string, (event: MessageEvent<string>) => void>> = NOTHING,
): boolean {
  const router = useRouter();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasAway = false;
    const readAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    };
    const source = new EventSource(address);
    source.onopen = () => {
      setLive(true);
      // What was said meanwhile was not heard.
      if (wasAway) readAgain();
      wasAway = false;
    };
    source.onerror = () => {
      wasAway = true;
      setLive(false);
    };
    source.addEventListener("conversation", readAgain);
    for (const [name, hear] of Object.entries(alsoHear)) source.addEventListener(name, hear);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [address, alsoHear, router]);
  return isLive;
}

const NOTHING = {};
