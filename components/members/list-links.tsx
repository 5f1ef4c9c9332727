import { LinkButton } from "@/components/ui/link-button";

export type ListHrefs = { more: string | null; first: string | null };

/** The way on in one of several lists of a page, and back to its beginning. */
export function ListLinks({ hrefs, more, first }: { hrefs: ListHrefs; more: string; first: string }) {
  if (!hrefs.more && !hrefs.first) return null;
  return (
    <div className="flex flex-wrap gap-2 pt-5">
      {hrefs.more && <LinkButton href={hrefs.more}>{more}</LinkButton>}
      {hrefs.first && (
        <LinkButton href={hrefs.first} variant="quiet">
          {first}
        </LinkButton>
      )}
    </div>
  );
}
