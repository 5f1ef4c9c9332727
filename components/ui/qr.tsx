import { encode } from "uqr";
import { cx } from "./cx";

type QrProps = {
  text: string;
  /** What it opens, in words. */
  label: string;
  /** Room for a picture in the middle needs the highest correction. */
  withCentre?: boolean;
  className?: string;
};

/** A QR code as one drawn path, made on the server. Dark on white in every theme: cameras expect it. */
export function Qr({ text, label, withCentre, className }: QrProps) {
  const { size, data } = encode(text, { ecc: withCentre ? "H" : "M", border: 3 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cx("rounded-control", className)}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#261d17" d={path} />
    </svg>
  );
}
