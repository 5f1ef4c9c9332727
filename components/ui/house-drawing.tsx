import type { ReactNode } from "react";
import { cx } from "./cx";

const parts = {
  door: <path d="M74 92V74a8 8 0 0 1 16 0v18z" fill="var(--porta)" />,
  letterbox: (
    <>
      <path d="M126 92V72" />
      <path d="M116 60h16a5 5 0 0 1 5 5v8h-21z" fill="var(--ceu-soft)" />
      <path d="M137 60v-7h6v4" stroke="var(--urucum)" />
    </>
  ),
  megaphone: (
    <>
      <path d="m118 66 18-9v22l-18-6z" fill="var(--telha-soft)" />
      <path d="M118 66h-5v7h5M121 74l2 8h5l-2-6M141 63c3 1 3 9 0 10" />
    </>
  ),
  lamp: (
    <>
      <path d="M128 92V58" />
      <circle cx="128" cy="52" r="7" fill="var(--ipe-soft)" />
      <path d="M128 38v-3M117 52h-3M142 52h-3M120 44l-2-2M136 44l2-2" stroke="var(--ipe)" />
    </>
  ),
  people: (
    <>
      <circle cx="118" cy="70" r="5" fill="var(--porta-soft)" />
      <path d="M109 92v-4a9 9 0 0 1 18 0v4z" fill="var(--porta-soft)" />
      <circle cx="136" cy="74" r="4.5" fill="var(--telha-soft)" />
      <path d="M128 92v-3a8 8 0 0 1 16 0v3z" fill="var(--telha-soft)" />
    </>
  ),
  gears: (
    <>
      <circle cx="122" cy="78" r="8" fill="var(--mata-soft)" />
      <path d="M122 66v4M122 86v4M110 78h4M130 78h4M113.5 69.500l3 3M127.5 83.500l3 3M113.5 86.500l3-3M127.5 72.500l3-3" />
      <circle cx="122" cy="78" r="2.5" />
    </>
  ),
  chart: <path d="M110 92V78h8v14zM121 92V68h8v24zM132 92V58h8v34z" fill="var(--porta-soft)" />,
  receipt: (
    <>
      <path d="M114 92V58l4 3 4-3 4 3 4-3 4 3 4-3v34z" fill="var(--surface)" />
      <path d="M119 69h14M119 75h14M119 81h8" />
    </>
  ),
  key: (
    <>
      <circle cx="118" cy="74" r="7" fill="var(--ipe-soft)" />
      <path d="M125 74h20M139 74v6M145 74v5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type HousePart = keyof typeof parts;

export const houseParts = Object.keys(parts) as HousePart[];

/** A house with something beside it: one drawing per kind of place. Drawn with tokens, so right in the dark. */
export function HouseDrawing({ part = "door", className }: { part?: HousePart; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 164 100"
      className={cx("h-24 w-40", className)}
      fill="none"
      stroke="var(--line-strong)"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6 92h152" />
      <path d="M28 92V54h36v38z" fill="var(--tile-4)" />
      <path d="m22 56 24-17 24 17z" fill="var(--telha)" stroke="var(--telha)" opacity=".72" />
      <path d="M56 92V46h52v46z" fill="var(--surface)" />
      <path d="M49 48 82 20l33 28z" fill="var(--telha)" stroke="var(--telha)" />
      <path d="M60 43h44M67 37h30M74 31h16" stroke="var(--bg)" opacity=".35" />
      <path d="M63 60h9v9h-9zM93 60h9v9h-9z" fill="var(--ceu-soft)" />
      <path d="M36 64h9v9h-9z" fill="var(--surface)" />
      {parts.door}
      <circle cx="86.5" cy="83" r=".8" fill="var(--on-porta)" stroke="none" />
      {part !== "door" && parts[part]}
    </svg>
  );
}
