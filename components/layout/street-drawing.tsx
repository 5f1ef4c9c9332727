/** A street of row houses standing on whatever comes below; drawn with tokens, so right in the dark. */
export function StreetDrawing({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 320 64" className={className} preserveAspectRatio="xMidYMax meet">
      <g stroke="var(--line-strong)" strokeWidth="1.5" strokeLinejoin="round">
        <path d="M6 64V34h64v30" fill="var(--surface)" />
        <path d="M0 36 38 12l38 24z" fill="var(--telha)" stroke="var(--telha)" />
        <path d="M82 64V26h56v38" fill="var(--tile-6)" />
        <path d="M76 28 90 8h40l14 20z" fill="var(--telha)" stroke="var(--telha)" />
        <path d="M150 64V36h70v28" fill="var(--tile-4)" />
        <path d="m144 38 41-24 41 24z" fill="var(--telha)" stroke="var(--telha)" />
        <path d="M232 64V28h56v36" fill="var(--tile-3)" />
        <path d="M226 30 240 10h40l14 20z" fill="var(--telha)" stroke="var(--telha)" />
        <path d="M294 64V42h20v22" fill="var(--surface)" />
        <path d="M290 44h28" stroke="var(--telha)" strokeWidth="4" />
      </g>
      <path
        d="M30 64V50a6 6 0 0 1 12 0v14zM102 64V48a6 6 0 0 1 12 0v16zM178 64V52a6 6 0 0 1 12 0v12zM252 64V50a6 6 0 0 1 12 0v14z"
        fill="var(--porta)"
      />
      <path
        d="M14 42h10v8H14zM50 42h12v8H50zM88 34h8v8h-8zM122 34h8v8h-8zM158 44h10v8h-10zM202 44h10v8h-10zM238 36h8v8h-8zM272 36h8v8h-8z"
        fill="var(--surface)"
        stroke="var(--line-strong)"
      />
    </svg>
  );
}
