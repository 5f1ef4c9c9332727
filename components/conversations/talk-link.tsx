import { MessagesSquare } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { Decision } from "@/lib/shared/decision";

/** The way from a room's page to its conversation, for those who read it. */
export async function TalkLink({ href, decision }: { href: string; decision: Decision }) {
  const t = await getTranslations("conversations");
  if (!decision.ok) return null;
  return (
    <div>
      <LinkButton href={href} icon={<Icon of={MessagesSquare} />}>
        {t("open")}
      </LinkButton>
    </div>
  );
}
