"use client";
import { useRef } from "react";
import { TextField } from "@/components/ui/form-fields";
import { proposeSlug } from "@/lib/accounts/rules";

type OrganizationFieldsProps = { labels: { organization: string; slug: string; slugHint: string } };

/** The name of an organization and its address, proposed from the name until somebody writes their own. */
export function OrganizationFields({ labels }: OrganizationFieldsProps) {
  const fields = useRef<HTMLDivElement>(null);
  const proposed = useRef("");

  function propose(name: string) {
    const slug = fields.current?.querySelector<HTMLInputElement>("input[name=slug]");
    if (!slug || slug.value !== proposed.current) return;
    proposed.current = proposeSlug(name);
    slug.value = proposed.current;
  }

  return (
    <div ref={fields} className="grid gap-5">
      <TextField
        name="organization"
        label={labels.organization}
        autoComplete="organization"
        maxLength={200}
        onInput={(event) => propose(event.currentTarget.value)}
      />
      <TextField
        name="slug"
        label={labels.slug}
        hint={labels.slugHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  );
}
