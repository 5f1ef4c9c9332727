import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** The way up, left of a page's title: as large as a thumb. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      aria-label={label}
      className="-mx-2 -my-2 grid size-11 shrink-0 place-items-center rounded-control text-ink2 hover:bg-sunken hover:text-ink"
    >
      <Icon of={ArrowLeft} size={24} />
    </Link>
  );
}
