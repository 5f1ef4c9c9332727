"use client";
import { Alert } from "@/components/ui/alert";
import { CopyButton } from "@/components/ui/copy-button";
import { useFormState } from "@/components/ui/form-context";

/** The new key, as long as the page stays open. */
export function IssuedKey({ title }: { title: string }) {
  const { ok, data } = useFormState();
  if (!ok || typeof data !== "object" || data === null || !("key" in data)) return null;
  const key = String(data.key);
  return (
    <Alert tone="success" title={title} live actions={<CopyButton text={key} size="sm" />}>
      <code data-testid="issued-key" className="select-all break-all">
        {key}
      </code>
    </Alert>
  );
}
