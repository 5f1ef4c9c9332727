import type { CommunityIconPicture } from "@/components/ui/community-icon";
import type { Icon, ShownCount } from "@/lib/communities/types";

/** An icon as the design system draws it; `srcOf` knows the address of an image. */
export function pictureOf(icon: Icon | null, srcOf: (fileId: string) => string): CommunityIconPicture | null {
  if (icon === null) return null;
  switch (icon.kind) {
    case "emoji":
      return { kind: "emoji", emoji: icon.value, tile: icon.tile };
    case "library":
      return { kind: "library", name: icon.value, tile: icon.tile };
    case "image":
      return { kind: "photo", src: srcOf(icon.value) };
  }
}

/** The address of an icon's image for people who are signed in to the tenant. */
export function iconSrc(slug: string): (fileId: string) => string {
  return (fileId) => `/files/${slug}/${fileId}?size=256`;
}

/** A count as a number: staff always get one. */
export function exactCount(count: ShownCount): number {
  return count === "<5" ? 0 : count;
}
