"use client";
import { useEffect, useRef } from "react";

const KEEP_AFTER_MS = 300;

/** Keeps what one is writing in a field in this browser, under a name, until it is sent. Answers how to forget it. */
export function useDraft(name: string, field: React.RefObject<HTMLTextAreaElement | null>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Outside: the browser's storage, which may be closed to us; then nothing is kept.
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    const kept = storage()?.getItem(name);
    if (kept && box.value === "") box.value = kept;
    const keep = () => {
      clearTimeout(timer.current);
      const text = box.value;
      if (text === "") storage()?.removeItem(name);
      else put(name, text);
    };
    const later = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, KEEP_AFTER_MS);
    };
    box.addEventListener("input", later);
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      box.removeEventListener("input", later);
      window.removeEventListener("pagehide", keep);
    };
  }, [name, field]);
  return () => {
    clearTimeout(timer.current);
    storage()?.removeItem(name);
  };
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function put(name: string, text: string): void {
  try {
    storage()?.setItem(name, text);
  } catch {
    // Full: the draft lasts as long as the page.
  }
}
