"use client";
import { useEffect, useState } from "react";

/** The value once it has stood still for half a second: a timer of the browser. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 500);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
