import { cx } from "./cx";
import { tileOf } from "./tile";

const sizes = { sm: "size-7 text-caption", md: "size-9 text-meta", lg: "size-14 text-lead" } as const;

type AvatarProps = {
  name: string;
  src?: string | null | undefined;
  size?: keyof typeof sizes;
  square?: boolean;
  className?: string;
};

/** A photo or the first letters. Decoration: the name always stands beside it. */
export function Avatar({ name, src, size = "md", square, className }: AvatarProps) {
  const shape = cx(
    "shrink-0 select-none overflow-hidden",
    square ? "rounded-[22%]" : "rounded-pill",
    sizes[size],
    className,
  );
  if (src) {
    // biome-ignore lint/performance/noImgElement: photos are stored small and come from our own signed route
    return <img src={src} alt="" className={cx(shape, "object-cover")} loading="lazy" decoding="async" />;
  }
  return (
    <span
      aria-hidden="true"
      className={cx(shape, "grid place-items-center font-semibold text-ink", tileOf(name))}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => word?.[0]?.toLocaleUpperCase() ?? "").join("") || "·";
}
