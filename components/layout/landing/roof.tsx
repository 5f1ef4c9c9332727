/** A tiled roof as wide as what it covers. */
export function Roof() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 800 64"
      preserveAspectRatio="none"
      className="-mb-px block h-11 w-full sm:h-14"
    >
      <path d="M0 64 400 6l400 58z" fill="var(--telha)" />
      <path
        d="M92 53h616M184 40h432M276 26h248"
        stroke="var(--bg)"
        strokeOpacity=".28"
        strokeWidth="1.5"
        strokeDasharray="26 5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
