import { ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { Decision } from "@/lib/shared/decision";

/** The way to what waits for those who look after a room. */
export async function CareLink({ href, decision }: { href: string; decision: Decision }) {
  const t = await getTranslations("conversations.care");
  if (!decision.ok) return null;
  return (
    <LinkButton href={href} variant="quiet" icon={<Icon of={ShieldCheck} />}>
      {t("open")}
    </LinkButton>
  );
}
