"use client";
import { useEffect, useRef } from "react";

/** The key that makes a form which is sent twice one message; after it is sent, and the form empty again, the next one. */
export function OnceKey({ initial }: { initial: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    const form = input?.form;
    const renew = () => {
      if (input) input.value = crypto.randomUUID();
    };
    form?.addEventListener("reset", renew);
    return () => form?.removeEventListener("reset", renew);
  }, []);
  // Read by the form alone: what the page says anew does not change it.
  return <input ref={field} type="hidden" name="key" defaultValue={initial} />;
}
