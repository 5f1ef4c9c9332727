import type { ReactNode } from "react";
import { cx } from "./cx";
import { Sign } from "./sign";
import { alertSign, doneSign, infoSign, warningSign } from "./signs";

type AlertTone = "info" | "success" | "warning" | "danger";

const looks = {
  info: { sign: infoSign, box: "border-ceu/30 bg-ceu-soft", mark: "text-ceu" },
  success: { sign: doneSign, box: "border-mata/30 bg-mata-soft", mark: "text-mata" },
  warning: { sign: warningSign, box: "border-ipe/30 bg-ipe-soft", mark: "text-ipe" },
  danger: { sign: alertSign, box: "border-urucum/30 bg-urucum-soft", mark: "text-urucum" },
} as const;

type AlertProps = {
  tone?: AlertTone;
  title?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

/** Something to know before going on. `live` when it appears while the page is open. */
export function Alert({ tone = "info", title, actions, live, className, children }: AlertProps) {
  const look = looks[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cx(
        "flex items-start gap-3 rounded-control border px-4 py-3 text-control",
        look.box,
        className,
      )}
    >
      <Sign of={look.sign} className={cx("mt-px shrink-0", look.mark)} />
      <div className="grid min-w-0 grow gap-1">
        {title && <p className="font-semibold text-ink">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
