import { cx } from "./cx";
import { libraryPictures } from "./library-pictures";
import { Sign } from "./sign";
import { tileAt } from "./tile";

export type CommunityIconPicture =
  | { kind: "emoji"; emoji: string; tile: number }
  | { kind: "library"; name: string; tile: number }
  | { kind: "photo"; src: string };

const sizes = {
  sm: { box: "size-8", emoji: "text-[1.05rem]", icon: 18 },
  md: { box: "size-11", emoji: "text-[1.45rem]", icon: 24 },
  lg: { box: "size-16", emoji: "text-[2.1rem]", icon: 34 },
  xl: { box: "size-24", emoji: "text-[3.2rem]", icon: 52 },
} as const;

type CommunityIconProps = {
  picture: CommunityIconPicture | null;
  size?: keyof typeof sizes;
  className?: string;
};

/** The squircle of a community: an emoji or a picture on a soft tile, or a photo. The name stands beside it. */
export function CommunityIcon({ picture, size = "md", className }: CommunityIconProps) {
  const { box, emoji, icon } = sizes[size];
  const shape = cx("shrink-0 select-none overflow-hidden rounded-[22%]", box, className);
  if (picture?.kind === "photo") {
    // biome-ignore lint/performance/noImgElement: photos are stored small and come from our own signed route
    return <img src={picture.src} alt="" className={cx(shape, "object-cover")} decoding="async" />;
  }
  const drawn = (picture?.kind === "library" && libraryPictures[picture.name]) || libraryPictures.house || "";
  return (
    <span
      aria-hidden="true"
      className={cx(shape, "grid place-items-center text-ink", tileAt(picture?.tile ?? 0))}
    >
      {picture?.kind === "emoji" ? (
        <span className={cx("leading-none", emoji)}>{picture.emoji}</span>
      ) : (
        <Sign of={drawn} size={icon} />
      )}
    </span>
  );
}
