import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "neutral" | "brand" | "primary" | "success" | "warning" | "danger" | "info";

export const toneStyle: Record<Tone, string> = {
  neutral: "bg-sunken text-ink2 ring-1 ring-line ring-inset",
  brand: "bg-telha-soft text-telha-ink",
  primary: "bg-porta-soft text-porta",
  success: "bg-mata-soft text-mata",
  warning: "bg-ipe-soft text-ipe",
  danger: "bg-urucum-soft text-urucum",
  info: "bg-ceu-soft text-ceu",
};

export type Shape = "empty" | "quarter" | "half" | "full" | "cross";

const shapes: Record<Shape, ReactNode> = {
  empty: <circle cx="5" cy="5" r="3.75" />,
  quarter: (
    <path d="M5 1.25a3.75 3.75 0 1 0 3.75 3.75M5 5V1.25A3.75 3.75 0 0 1 8.75 5z" fill="currentColor" />
  ),
  half: (
    <>
      <circle cx="5" cy="5" r="3.75" />
      <path d="M5 1.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />
    </>
  ),
  full: <circle cx="5" cy="5" r="3.75" fill="currentColor" />,
  cross: <path d="m2 2 6 6M8 2 2 8" strokeWidth="2" />,
};

type BadgeProps = { tone?: Tone; shape?: Shape; icon?: ReactNode; className?: string; children: ReactNode };

/** A short state in words. The shape says it again for those who do not tell the colours apart. */
export function Badge({ tone = "neutral", shape, icon, className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-pill px-2 py-0.5 text-caption font-semibold leading-5",
        toneStyle[tone],
        className,
      )}
    >
      {shape && <ShapeDrawing shape={shape} />}
      {icon}
      {children}
    </span>
  );
}

const markStyle: Record<Tone, string> = {
  neutral: "text-ink2",
  brand: "text-telha-ink",
  primary: "text-porta",
  success: "text-mata",
  warning: "text-ipe",
  danger: "text-urucum",
  info: "text-ceu",
};

/** The shape of a state alone, where its word stands beside it. */
export function ShapeMark({ tone, shape }: { tone: Tone; shape: Shape }) {
  return (
    <span className={cx("inline-flex", markStyle[tone])}>
      <ShapeDrawing shape={shape} />
    </span>
  );
}

function ShapeDrawing({ shape }: { shape: Shape }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      className="size-2.5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {shapes[shape]}
    </svg>
  );
}
