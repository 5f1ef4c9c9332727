type SignProps = {
  /** One of `./signs` or `./library-pictures`. */
  of: string;
  size?: 16 | 18 | 20 | 22 | 24 | 34 | 52;
  className?: string;
};

/** A line drawing in the manner of `Icon`, for pages that must stay light. */
export function Sign({ of, size = 20, className }: SignProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ?? "shrink-0"}
    >
      <path d={of} />
    </svg>
  );
}
