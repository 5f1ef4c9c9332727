import type { LucideIcon } from "lucide-react";

/** A Lucide picture in the house stroke. Always decoration: the words beside it carry the meaning. */
export function Icon({
  of: Picture,
  size = 20,
  className,
}: {
  of: LucideIcon;
  size?: 16 | 20 | 24 | 32;
  className?: string;
}) {
  return (
    <Picture
      aria-hidden="true"
      focusable="false"
      size={size}
      strokeWidth={1.75}
      className={className ?? "shrink-0"}
    />
  );
}
