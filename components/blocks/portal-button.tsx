import { ExternalLink } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import type { BlockOf } from "@/lib/blocks/schema";
import type { PortalBlockProps } from "./portal-block";

type PortalButtonProps = PortalBlockProps & { content: BlockOf<"button"> };

/** A button that leads to an address; presses are counted on the way. Where it leads is said under it. */
export function PortalButton({ slug, view, content }: PortalButtonProps) {
  return (
    <div className="grid justify-items-start gap-1">
      {/* A page outside: nothing of it is to be fetched before it is pressed. */}
      <a
        href={`/m/${slug}/blocks/${view.block.id}/open`}
        target="_blank"
        rel="noreferrer"
        className={buttonStyle("primary")}
      >
        <Icon of={ExternalLink} size={20} /> {content.label}
      </a>
      <p className="break-all text-ink2 text-meta">{new URL(content.url).host}</p>
    </div>
  );
}
